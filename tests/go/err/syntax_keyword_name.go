//gopark:first-error

package main

func main() {
	func := 1 // ERROR "syntax error: unexpected :=, expected \("
	var range int
}
