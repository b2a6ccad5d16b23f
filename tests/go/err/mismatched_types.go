package main

import "fmt"

type A int
type B int

func main() {
	i, s, f, u := 1, "a", 2.5, uint8(3)
	fmt.Println(i+s, i+f, i*u, s-s, s == i, f > i) // ERROR "invalid operation: i \+ s \(mismatched types int and string\)" "invalid operation: i \+ f \(mismatched types int and float64\)" "invalid operation: i \* u \(mismatched types int and uint8\)" "invalid operation: operator - not defined on s \(variable of type string\)" "invalid operation: s == i \(mismatched types string and int\)" "invalid operation: f > i \(mismatched types float64 and int\)"
	var a A
	var b B
	fmt.Println(a+b, a == b, a+i, a+1)                                       // ERROR "invalid operation: a \+ b \(mismatched types A and B\)" "invalid operation: a == b \(mismatched types A and B\)" "invalid operation: a \+ i \(mismatched types A and int\)"
	fmt.Println(i+"x", s+1, f+"y", true+1, i && true, !i, -s, ^f, i<<f, f%2) // ERROR `invalid operation: i \+ "x" \(mismatched types int and untyped string\)` "invalid operation: s \+ 1 \(mismatched types string and untyped int\)" `invalid operation: f \+ "y" \(mismatched types float64 and untyped string\)` "invalid operation: true \+ 1 \(mismatched types untyped bool and untyped int\)" "invalid operation: i && true \(mismatched types int and untyped bool\)" "invalid operation: operator ! not defined on i \(variable of type int\)" "invalid operation: operator - not defined on s \(variable of type string\)" "invalid operation: operator \^ not defined on f \(variable of type float64\)" "invalid operation: shift count f \(variable of type float64\) must be integer" "invalid operation: operator % not defined on f \(variable of type float64\)"
	fmt.Println(1+"x", "a"-"b", nil == nil, i == nil, s == nil)              // ERROR `invalid operation: 1 \+ "x" \(mismatched types untyped int and untyped string\)` `invalid operation: operator - not defined on "a" \(untyped string constant\)` "invalid operation: nil == nil \(operator == not defined on (untyped )?nil\)" "invalid operation: i == nil \(mismatched types int and untyped nil\)" "invalid operation: s == nil \(mismatched types string and untyped nil\)"
	i += "x"                                                                 // ERROR `invalid operation: i \+= "x" \(mismatched types int and untyped string\)`
	s += 'c'                                                                 // ERROR "invalid operation: s \+= 'c' \(mismatched types string and untyped rune\)"
	i = i + 2.5                                                              // ERROR "2\.5 \(untyped float constant\) truncated to int"
	s++                                                                      // ERROR "invalid operation: s\+\+ \(non-numeric type string\)"
	fmt.Println(&i == &f, i|f)                                               // ERROR "invalid operation: &i == &f \(mismatched types \*int and \*float64\)" "invalid operation: i \| f \(mismatched types int and float64\)"
}
