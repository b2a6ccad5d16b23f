package main

import "fmt"

func main() {
	s, i := []int{1, 2, 3}, 4
	fmt.Println(s[i:])
}

// Exit: 2
// Stderr: panic: runtime error: slice bounds out of range [4:3]
// Stderr:
// Stderr: goroutine 1 [running]:
