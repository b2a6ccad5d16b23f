package main

import "fmt"

func main() {
	var s []string
	fmt.Println(s[0])
}

// Exit: 2
// Stderr: panic: runtime error: index out of range [0] with length 0
// Stderr:
// Stderr: goroutine 1 [running]:
