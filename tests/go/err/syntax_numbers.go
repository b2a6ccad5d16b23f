package main

func main() {
	a := 09 // ERROR "invalid digit '9' in octal literal"
	b := 0x // ERROR "hexadecimal literal has no digits"
	c := 1_ // ERROR "'_' must separate successive digits"
	d := 1e // ERROR "exponent has no digits"
	e := 0b12 // ERROR "invalid digit '2' in binary literal"
	f := 1__0 // ERROR "'_' must separate successive digits"
	g := 12abc // ERROR "syntax error: unexpected abc at end of statement"
}
