package main

import "fmt"

type A struct{ X int }
type B struct{ X int }
type C struct {
	A
	B
}

func (A) M() {}
func (B) M() {}

type I interface{ M() }

func main() {
	c := C{}
	fmt.Println(c.X) // ERROR "ambiguous selector c\.X"
	c.M()            // ERROR "ambiguous selector c\.M"
	c.A.M()
	var i I = c // ERROR "cannot use c \(variable of type C\) as I value in variable declaration: C does not implement I \((missing method M|ambiguous selector C\.M)\)"
	_ = i
	c.A.Y = 1 // ERROR "c\.A\.Y undefined \(type A has no field or method Y\)"
	c.D.X = 1 // ERROR "c\.D undefined \(type C has no field or method D\)"
}
