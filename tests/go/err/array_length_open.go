package main

func main() {
	var e [...]int // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	_ = e
}
