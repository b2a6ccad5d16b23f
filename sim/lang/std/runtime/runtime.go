// Package runtime: what programs may ask of the simulator, and what the compiler itself calls.
package runtime

// Error is what a run-time panic's value implements.
type Error interface {
	error
	RuntimeError()
}

// errorString is the value of most run-time panics.
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// plainError is a run-time panic's value whose text has no "runtime error: " in front.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// boundsError is that of an index or a slice that is out of range.
type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

// TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct{ text string }

func (*TypeAssertionError) RuntimeError() {}
func (e *TypeAssertionError) Error() string { return e.text }

// PanicNilError is what panic(nil) panics with.
type PanicNilError struct{ text string }

func (*PanicNilError) RuntimeError() {}
func (*PanicNilError) Error() string {
	return "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"
}

// What real Go says on the machine that the simulator stands for.
const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gc"
)

func Version() string { return "go1.22" }

func Gosched()
func NumGoroutine() int
func collect()
func Goexit()

// NumCPU is 1: one goroutine moves at a time.
func NumCPU() int { return 1 }

func GOMAXPROCS(n int) int { return 1 }

// KeepAlive keeps x reachable up to this call.
//
//gopark:quiet
func KeepAlive(x any) {}

// print and println are the builtins; they write to standard error.
func print(args ...any)
func println(args ...any)

// printedInterface is how the compiler hands an interface to them.
type printedInterface struct {
	value any
}

// min and max of floats. (Go: runtime/minmax.go.)
func fmin(x, y float64) float64 {
	switch {
	case x != x || y != y:
		return x + y
	case x == 0 && y == 0:
		if 1/x < 0 {
			return x
		}
		return y
	case x < y:
		return x
	}
	return y
}

func fmax(x, y float64) float64 {
	switch {
	case x != x || y != y:
		return x + y
	case x == 0 && y == 0:
		if 1/x < 0 {
			return y
		}
		return x
	case x > y:
		return x
	}
	return y
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// panicSliceConvert is how a conversion of a slice to a longer array ends.
func panicSliceConvert(have, want int) {
	panic(boundsError("cannot convert slice with length " + itoa(have) +
		" to array or pointer to array with length " + itoa(want)))
}

// panicRange is how a loop over a function ends whose body is called when it may not be, or whose
// function swallowed a panic of the body. (Go: panicrangestate.)
func panicRange(state int) {
	switch state {
	case 1:
		panic(errorString("range function continued iteration after loop body panic"))
	case 2:
		panic(errorString("range function continued iteration after function for loop body returned false"))
	case 3:
		panic(errorString("range function continued iteration after whole loop exit"))
	}
	panic(errorString("range function recovered a loop body panic and did not resume panicking"))
}

// panicWrap is how a method with a value receiver ends that is called through a nil pointer.
func panicWrap(text string) {
	panic(plainError(text))
}
