package main

import "fmt"

func f() {
	defer func() {
		fmt.Println(recover())
	}()
	panic("one")
}

func main() {
	f()
	defer fmt.Println("deferred in main")
	panic("two")
}

// Exit: 2
// Stderr: panic: two
// Stderr:
// Stderr: goroutine 1 [running]:
// Output:
// one
// deferred in main
