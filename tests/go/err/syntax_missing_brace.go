//gopark:first-error

package main

func main() {
	if true {
		x := 1 // ERROR+1 "syntax error: unexpected EOF, expected \}"
