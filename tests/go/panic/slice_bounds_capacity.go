package main

import "fmt"

func main() {
	s, n := make([]int, 2, 4), 5
	fmt.Println(s[:n])
}

// Exit: 2
// Stderr: panic: runtime error: slice bounds out of range [:5] with capacity 4
// Stderr:
// Stderr: goroutine 1 [running]:
