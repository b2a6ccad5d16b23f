package main

import "fmt"

type T struct{ a, b int }

func main() {
	var p *T
	fmt.Println("before")
	fmt.Println(p.b)
}

// Exit: 2
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
// Output:
// before
