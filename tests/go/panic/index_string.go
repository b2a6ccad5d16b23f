package main

import "fmt"

func main() {
	s, i := "abc", 3
	fmt.Println(s[i])
}

// Exit: 2
// Stderr: panic: runtime error: index out of range [3] with length 3
// Stderr:
// Stderr: goroutine 1 [running]:
