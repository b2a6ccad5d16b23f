// Deferred calls run last in, first out; their arguments are evaluated at the defer statement.
package main

import "fmt"

type T struct{ name string }

func (t T) show(s string)     { fmt.Println("value", t.name, s) }
func (t *T) showPtr(s string) { fmt.Println("pointer", t.name, s) }

func trace(s string) string { fmt.Println("enter", s); return s }
func un(s string)           { fmt.Println("leave", s) }

func main() {
	defer un(trace("main"))
	for i := 0; i < 3; i++ {
		defer fmt.Println("loop", i)
	}
	x := 1
	defer fmt.Println("argument", x)
	defer func() { fmt.Println("closure", x) }()
	x = 2
	t := T{"a"}
	defer t.show("bound early")
	defer t.showPtr("bound by address")
	t.name = "b"
	f := func() { fmt.Println("first f") }
	defer f()
	f = func() { fmt.Println("second f") }
	func() {
		defer fmt.Println("inner")
		fmt.Println("body")
	}()
	if true {
		defer fmt.Println("in a block, but at the end of the function")
	}
	for _, s := range []string{"p", "q"} {
		defer func(s string) { fmt.Println("range", s) }(s)
	}
	fmt.Println("end")
}

// Output:
// enter main
// body
// inner
// end
// range q
// range p
// in a block, but at the end of the function
// first f
// pointer b bound by address
// value a bound early
// closure 2
// argument 1
// loop 2
// loop 1
// loop 0
// leave main
