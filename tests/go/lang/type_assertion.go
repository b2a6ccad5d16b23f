// Assertions: comma ok, to interfaces, and the texts of the panics.
package main

import "fmt"

type A interface{ M() }
type T struct{}

func (T) M() {}

type P struct{}

func (*P) M() {}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var x interface{} = "text"
	s := x.(string)
	n, ok := x.(int)
	fmt.Println(s, n, ok)
	_, ok = x.(fmt.Stringer)
	fmt.Println(ok)
	var a A = T{}
	t, ok := a.(T)
	fmt.Println(t, ok)
	_, ok = a.(*P)
	fmt.Println(ok)
	var e interface{} = a
	_, ok = e.(A)
	fmt.Println(ok)
	try(func() { _ = x.(int) })
	try(func() { _ = x.(A) })
	try(func() { _ = a.(*P) })
	var none interface{}
	try(func() { _ = none.(int) })
	try(func() { _ = none.(A) })
	var p interface{} = P{}
	try(func() { _ = p.(A) })
	var nilA A
	try(func() { _ = nilA.(T) })
	try(func() { fmt.Println(x.(string) + "!") })
	if v, ok := e.(interface{ M() }); ok {
		v.M()
		fmt.Println("has M")
	}
}

// Output:
// text 0 false
// false
// {} true
// false
// true
// interface conversion: interface {} is string, not int
// interface conversion: string is not main.A: missing method M
// interface conversion: main.A is main.T, not *main.P
// interface conversion: interface {} is nil, not int
// interface conversion: interface is nil, not main.A
// interface conversion: main.P is not main.A: missing method M
// interface conversion: main.A is nil, not main.T
// text!
// <nil>
// has M
