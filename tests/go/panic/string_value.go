package main

import "fmt"

func main() {
	defer fmt.Println("deferred calls run first")
	fmt.Println("before")
	panic("something went wrong")
}

// Exit: 2
// Stderr: panic: something went wrong
// Stderr:
// Stderr: goroutine 1 [running]:
// Output:
// before
// deferred calls run first
