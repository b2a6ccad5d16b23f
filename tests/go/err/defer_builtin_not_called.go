package main

func main() {
	defer recover   // ERROR "expression in defer must be function call"
	go missing      // ERROR "expression in go must be function call" "undefined: missing"
	defer (func() { // ERROR "expression in defer must be function call" "expression in defer must not be parenthesized"
		var unused int // ERROR "declared and not used: unused"
	})
}
