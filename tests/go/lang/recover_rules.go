// recover works only in a function that is deferred and called directly by the panic.
package main

import (
	"errors"
	"fmt"
)

func helper() interface{} { return recover() }

func try(name string, f func()) {
	defer func() {
		fmt.Println(name, "->", recover())
	}()
	f()
	fmt.Println(name, "returned")
}

func indirect() {
	defer func() {
		func() {
			fmt.Println("nested recover:", recover())
		}()
	}()
	panic("indirect")
}

func direct() {
	defer helper()
	panic("direct")
}

func viaCall() {
	defer func() { fmt.Println("helper recover:", helper()) }()
	panic("via call")
}

func deferredRecover() {
	defer recover()
	panic("builtin")
}

func twice() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		fmt.Println("inner", recover())
		panic("second")
	}()
	panic("first")
}

func order() {
	defer fmt.Println("last")
	defer func() { recover() }()
	defer fmt.Println("before recover")
	panic("order")
}

func values() {
	for _, v := range []interface{}{1, "s", 2.5, errors.New("e"), []int{1}, struct{}{}} {
		func() {
			defer func() {
				r := recover()
				fmt.Printf("%T %v; ", r, r)
			}()
			panic(v)
		}()
	}
	fmt.Println()
}

func main() {
	fmt.Println("no panic:", recover())
	try("indirect", indirect)
	try("direct", direct)
	try("viaCall", viaCall)
	try("deferredRecover", deferredRecover)
	try("twice", twice)
	try("order", order)
	values()
	try("again", func() {
		defer func() {
			r := recover()
			panic(fmt.Sprint("again ", r))
		}()
		panic("x")
	})
}

// Output:
// no panic: <nil>
// nested recover: <nil>
// indirect -> indirect
// direct returned
// direct -> <nil>
// helper recover: <nil>
// viaCall -> via call
// deferredRecover -> builtin
// inner first
// outer second
// twice returned
// twice -> <nil>
// before recover
// last
// order returned
// order -> <nil>
// int 1; string s; float64 2.5; *errors.errorString e; []int [1]; struct {} {};
// again -> again x
