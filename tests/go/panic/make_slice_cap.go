package main

import "fmt"

func main() {
	n, c := 5, 2
	fmt.Println(len(make([]int, n, c)))
}

// Exit: 2
// Stderr: panic: runtime error: makeslice: cap out of range
// Stderr:
// Stderr: goroutine 1 [running]:
