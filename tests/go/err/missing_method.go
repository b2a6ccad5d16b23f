package main

import "fmt"

type Shape interface {
	Area() int
	Name() string
}

type A struct{}

func (A) Area() int { return 1 }

type B struct{}

func (*B) Area() int    { return 1 }
func (*B) Name() string { return "b" }

type C struct{}

func (C) Area() float64 { return 1 }
func (C) Name() string  { return "c" }

type D struct{}

func (D) area() int    { return 1 }
func (D) Name() string { return "d" }

type E interface{ Area() int }

func use(s Shape)  {}
func make1() Shape { return A{} } // ERROR "cannot use A\{\} \(value of type A\) as Shape value in return statement: A does not implement Shape \(missing method Name\)"

func main() {
	var s Shape = A{} // ERROR "cannot use A\{\} \(value of type A\) as Shape value in variable declaration: A does not implement Shape \(missing method Name\)"
	s = B{}           // ERROR "cannot use B\{\} \(value of type B\) as Shape value in assignment: B does not implement Shape \(method Area has pointer receiver\)"
	s = &B{}
	s = C{} // ERROR "cannot use C\{\} \(value of type C\) as Shape value in assignment: C does not implement Shape \(wrong type for method Area\)\n\t\thave Area\(\) float64\n\t\twant Area\(\) int"
	s = D{} // ERROR "cannot use D\{\} \(value of type D\) as Shape value in assignment: D does not implement Shape \(missing method Area\)\n\t\thave area\(\) int\n\t\twant Area\(\) int"
	s = 5   // ERROR "cannot use 5 \(constant of type int\) as Shape value in assignment: int does not implement Shape \(missing method Area\)"
	s = "x" // ERROR `cannot use "x" \(constant of type string\) as Shape value in assignment: string does not implement Shape \(missing method Area\)`
	var e E = A{}
	s = e    // ERROR "cannot use e \(variable of type E\) as Shape value in assignment: E does not implement Shape \(missing method Name\)"
	use(A{}) // ERROR "cannot use A\{\} \(value of type A\) as Shape value in argument to use: A does not implement Shape \(missing method Name\)"
	use(nil)
	_ = []Shape{A{}, &B{}}         // ERROR "cannot use A\{\} \(value of type A\) as Shape value in array or slice literal: A does not implement Shape \(missing method Name\)"
	_ = map[string]Shape{"b": B{}} // ERROR "cannot use B\{\} \(value of type B\) as Shape value in map literal: B does not implement Shape \(method Area has pointer receiver\)"
	_ = Shape(C{})                 // ERROR "cannot convert C\{\} \(value of type C\) to type Shape: C does not implement Shape \(wrong type for method Area\)\n\t\thave Area\(\) float64\n\t\twant Area\(\) int"
	c := make(chan Shape, 1)
	c <- A{}                   // ERROR "cannot use A\{\} \(value of type A\) as Shape value in send: A does not implement Shape \(missing method Name\)"
	var err error = A{}        // ERROR "cannot use A\{\} \(value of type A\) as error value in variable declaration: A does not implement error \(missing method Error\)"
	var str fmt.Stringer = B{} // ERROR "cannot use B\{\} \(value of type B\) as fmt\.Stringer value in variable declaration: B does not implement fmt\.Stringer \(missing method String\)"
	_, _, _ = s, err, str
	ps := &s
	ps.Area() // ERROR "ps\.Area undefined \(type \*Shape is pointer to interface, not interface\)"
}
