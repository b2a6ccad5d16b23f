package main

import (
	"fmt"
	"runtime"
	"time"
)

type file struct {
	name string
	next *file
}

func (f *file) String() string { return "file " + f.name }

var said = make(chan string, 10)

// collected is what finalizers say when garbage is collected; "" if they say nothing.
func collected() string {
	for i := 0; i < 5; i++ {
		runtime.GC()
		select {
		case s := <-said:
			return s
		case <-time.After(10 * time.Millisecond):
		}
	}
	return ""
}

func open(name string) *file {
	f := &file{name: name}
	runtime.SetFinalizer(f, func(f *file) { said <- "closed " + f.name })
	return f
}

//go:noinline
func openAndForget(name string) { open(name) }

//go:noinline
func openOneThatHoldsAnother() {
	inner := open("inner")
	open("outer").next = inner
}

//go:noinline
func openWithout() { runtime.SetFinalizer(open("none"), nil) }

//go:noinline
func openForInterface() {
	f := &file{name: "shown"}
	runtime.SetFinalizer(f, func(s fmt.Stringer) int {
		said <- s.String()
		return 1
	})
}

// stopper is handed out in place of a loop, and stops it when nobody has it any more.
type stopper struct{ stop chan bool }

//go:noinline
func start() *stopper {
	s := &stopper{make(chan bool)}
	stop := s.stop
	go func() {
		<-stop
		said <- "loop stopped"
	}()
	runtime.SetFinalizer(s, func(s *stopper) { close(s.stop) })
	return s
}

//go:noinline
func useLoop() { runtime.KeepAlive(start()) }

func main() {
	f := open("held")
	fmt.Printf("%q\n", collected())
	runtime.KeepAlive(f)
	fmt.Printf("%q\n", collected())

	openAndForget("forgotten")
	fmt.Printf("%q\n", collected())

	openOneThatHoldsAnother()
	fmt.Printf("%q, then %q\n", collected(), collected())

	openWithout()
	fmt.Printf("%q\n", collected())

	openForInterface()
	fmt.Printf("%q\n", collected())

	useLoop()
	fmt.Printf("%q\n", collected())
}

// Output:
// ""
// "closed held"
// "closed forgotten"
// "closed outer", then "closed inner"
// ""
// "file shown"
// "loop stopped"
