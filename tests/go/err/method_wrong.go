package main

type T struct{ n int }

func (t T) Get() int   { return t.n }
func (t *T) Set(n int) { t.n = n }

func main() {
	var t T
	t.Get = nil   // ERROR "cannot assign to t\.Get \(neither addressable nor a map index expression\)"
	t.Get         // ERROR "t\.Get \(value of type func\(\) int\) is not used"
	t.Set()       // ERROR "not enough arguments in call to t\.Set\n\thave \(\)\n\twant \(int\)"
	t.Set("a")    // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to t\.Set`
	x := t.Set(1) // ERROR "t\.Set\(1\) \(no value\) used as value"
	T.Set(t, 1)   // ERROR "(cannot call pointer method Set on T|invalid method expression T\.Set \(needs pointer receiver \(\*T\)\.Set\))"
	(*T).Get(&t)
	T.Get()      // ERROR "not enough arguments in call to T\.Get\n\thave \(\)\n\twant \(T\)"
	T.Missing(t) // ERROR "T\.Missing undefined \(type T has no field or method Missing\)"
	f := T.Get
	f()  // ERROR "not enough arguments in call to f\n\thave \(\)\n\twant \(T\)"
	f(1) // ERROR "cannot use 1 \(untyped int constant\) as T value in argument to f"
	_, _ = x, f
	var u *T = t // ERROR "cannot use t \(variable of type T\) as \*T value in variable declaration"
}
