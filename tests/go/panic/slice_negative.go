package main

import "fmt"

func main() {
	s, n := []int{1}, -1
	fmt.Println(s[:n])
}

// Exit: 2
// Stderr: panic: runtime error: slice bounds out of range [:-1]
// Stderr:
// Stderr: goroutine 1 [running]:
