// The shallowest field wins; embedding by pointer shares.
package main

import "fmt"

type A struct{ X, Y int }
type B struct{ X int }
type C struct {
	A
	*B
	Y string
}
type D struct {
	C
	B2
}
type B2 struct{ Z int }

func (A) Who() string   { return "A" }
func (C) Hello() string { return "C" }

func main() {
	c := C{A{1, 2}, &B{3}, "y"}
	fmt.Println(c.A.X, c.B.X, c.Y, c.A.Y, c.Who())
	d := D{c, B2{4}}
	fmt.Println(d.Y, d.Z, d.Who(), d.Hello(), d.A.X)
	d.B.X = 30
	fmt.Println(c.B.X)
	d.A.X = 10
	fmt.Println(c.A.X, d.C.A.X)
	type Lock struct {
		held bool
	}
	type Account struct {
		Lock
		Balance int
	}
	a := &Account{Balance: 1}
	a.held = true
	fmt.Printf("%+v\n", *a)
}

// Output:
// 1 3 y 2 A
// y 4 A C 1
// 30
// 1 10
// {Lock:{held:true} Balance:1}
