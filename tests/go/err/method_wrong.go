package main

type T struct{ n int }

func (t T) Get() int   { return t.n }
func (t *T) Set(n int) { t.n = n }

func (t T) n() {}

func main() {
	var t T
	t.Get = nil
	t.Get
	t.Set()
	t.Set("a")
	x := t.Set(1)
	T.Set(t, 1)
	(*T).Get(&t)
	T.Get()
	T.Missing(t)
	f := T.Get
	f()
	f(1)
	_, _ = x, f
	t.n()
	var u *T = t
	u = &&t // ERROR "syntax error: unexpected &&, expected expression"
}
