package main

import "fmt"

func main() {
	defer func() { panic("third") }()
	defer func() { panic(fmt.Errorf("second")) }()
	panic(1)
}

// Exit: 2
// Stderr: panic: 1
// Stderr: 	panic: second
// Stderr: 	panic: third
// Stderr:
// Stderr: goroutine 1 [running]:
