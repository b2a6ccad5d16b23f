package main

import "fmt"

func main() {
	s, m := make([]int, 3, 5), 9
	fmt.Println(s[0:1:m])
}

// Exit: 2
// Stderr: panic: runtime error: slice bounds out of range [::9] with capacity 5
// Stderr:
// Stderr: goroutine 1 [running]:
