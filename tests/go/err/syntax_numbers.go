//gopark:first-error

package main

func main() {
	a := 09 // ERROR "invalid digit '9' in octal literal"
	b := 0x
	c := 1_
	d := 1e
	e := 0b12
	f := 1__0
	g := 12abc
}
