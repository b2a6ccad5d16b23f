//gopark:first-error

package main

func main() {
	var x // ERROR "syntax error: unexpected newline, expected type"
	var int y
}
