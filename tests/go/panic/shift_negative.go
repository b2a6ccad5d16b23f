package main

import "fmt"

func main() {
	n := -1
	fmt.Println(1 << n)
}

// Exit: 2
// Stderr: panic: runtime error: negative shift amount
// Stderr:
// Stderr: goroutine 1 [running]:
