package main

import "fmt"

func main() {
	s, n := "hello", 9
	fmt.Println(s[:n])
}

// Exit: 2
// Stderr: panic: runtime error: slice bounds out of range [:9] with length 5
// Stderr:
// Stderr: goroutine 1 [running]:
