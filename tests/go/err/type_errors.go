package main

import "fmt"

type T struct{}

func main() {
	var a int.b // ERROR "int\.b undefined \(type int has no field or method b\)"
	var c fmt   // ERROR "use of package fmt not in selector"
	var d T.X   // ERROR "T\.X undefined \(type T has no field or method X\)"
	var e main  // ERROR "main( \(value of type func\(\)\))? is not a type"
	x := T      // ERROR "T \(type\) is not an expression"
	y := int    // ERROR "int \(type\) is not an expression"
	var z x
	_ = []undefinedType{}    // ERROR "undefined: undefinedType"
	_ = map[string]missing{} // ERROR "undefined: missing"
	var f func(nope) int     // ERROR "undefined: nope"
	var p *nothing           // ERROR "undefined: nothing"
	_ = fmt.Stringer(1)      // ERROR "cannot convert 1 \(.*\) to type fmt\.Stringer.*"
	_ = undefinedFunc        // ERROR "undefined: undefinedFunc"
	T()                      // ERROR "missing argument in conversion to T"
	int("a")                 // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_, _, _, _, _, _, _, _, _ = a, c, d, e, x, y, z, f, p
}
