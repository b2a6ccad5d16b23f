package main

type T struct{}

func main() {
	var t T
	var p *int
	f := 2.5
	for range t { // ERROR "cannot range over t \(variable of type T\)"
	}
	for range p { // ERROR "cannot range over p \(variable of type \*int\)"
	}
	for range f { // ERROR "cannot range over f \(variable of type float64\)"
	}
	for i, v := range "abc" {
		var b byte = v   // ERROR "cannot use v \(variable of type rune\) as byte value in variable declaration"
		var s string = i // ERROR "cannot use i \(variable of type int\) as string value in variable declaration"
		_, _ = b, s
	}
	for k, v := range map[string]int{} {
		var a int = k    // ERROR "cannot use k \(variable of type string\) as int value in variable declaration"
		var b string = v // ERROR "cannot use v \(variable of type int\) as string value in variable declaration"
		_, _ = a, b
	}
	var x string             // ERROR "declared and not used: x"
	for x = range []int{1} { // ERROR "cannot use x \(value of type int\) as string value in (assignment|range clause)"
	}
	for i := range []int{1} { // ERROR "declared and not used: i"
	}
	for a, b := range make(chan int) { // ERROR "range over make\(chan int\) \(value of type chan int\) permits only one iteration variable"
		_, _ = a, b
	}
	for _, v := range undefinedThing { // ERROR "undefined: undefinedThing"
		_ = v
	}
	for range true { // ERROR "cannot range over true \(untyped bool constant\)"
	}
	for range nil { // ERROR "cannot range over nil"
	}
	var ps *[]int
	for range ps { // ERROR "cannot range over ps \(variable of type \*\[\]int\)"
	}
}
