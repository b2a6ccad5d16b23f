//gopark:first-error

package main

func main() {
	a := 'ab' // ERROR "more than one character in rune literal"
	b := ''
	c := '\q'
	d := "\z"
	e := 'a
}
