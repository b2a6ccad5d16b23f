package main

import "fmt"

func main() {
	var f func(int) int
	fmt.Println(f(1))
}

// Exit: 2
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
