package main

func f(a [...]int) {} // ERROR "syntax error: unexpected \.\.\., expected expression"

func main() {
	var e [...]int
	_ = e
}
