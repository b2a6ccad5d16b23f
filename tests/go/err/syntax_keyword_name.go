package main

func main() {
	func := 1 // ERROR "syntax error: unexpected :=, expected \("
	var range int // ERROR "syntax error: unexpected var in parameter list; possibly missing comma or \)"
}
