// Shadowing in blocks, if and else, switch and function literals.
package main

import "fmt"

var x = "package"

func main() {
	fmt.Println(x)
	x := "function"
	{
		x := "block"
		x += "!"
		fmt.Println(x)
	}
	if x := len(x); x > 5 {
		fmt.Println(x)
	} else if y := x * 2; y > 0 {
		fmt.Println(x, y)
	} else {
		fmt.Println(x, y)
	}
	if y := 0; y > 0 {
	} else if z := y + 1; z > 5 {
	} else {
		fmt.Println(y, z)
	}
	for x := 0; x < 1; x++ {
		x := "body"
		fmt.Println(x)
	}
	switch x := 1; x {
	case 1:
		x := "case"
		fmt.Println(x)
	}
	func(x int) { fmt.Println(x) }(42)
	fmt.Println(x)
	len := func(s string) string { return "shadowed " + s }
	fmt.Println(len("len"))
	true := false
	fmt.Println(true)
	type int string
	var i int = "a string"
	fmt.Println(i)
	var err error
	if true || !true {
		_, err := 1, error(nil)
		_ = err
	}
	fmt.Println(err)
	nil := 0
	_ = nil
	string := 5
	fmt.Println(string)
}

// Output:
// package
// block!
// 8
// 0 1
// body
// case
// 42
// function
// shadowed len
// false
// a string
// <nil>
// 5
