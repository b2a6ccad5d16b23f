package main

import "fmt"

func main() {
	var z uint8
	fmt.Println(7 % z)
}

// Exit: 2
// Stderr: panic: runtime error: integer divide by zero
// Stderr:
// Stderr: goroutine 1 [running]:
