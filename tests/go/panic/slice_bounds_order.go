package main

import "fmt"

func main() {
	s, i, j := []int{1, 2, 3}, 2, 1
	fmt.Println(s[i:j])
}

// Exit: 2
// Stderr: panic: runtime error: slice bounds out of range [2:1]
// Stderr:
// Stderr: goroutine 1 [running]:
