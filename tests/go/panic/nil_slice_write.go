package main

func main() {
	var s []int
	s[0] = 1
}

// Exit: 2
// Stderr: panic: runtime error: index out of range [0] with length 0
// Stderr:
// Stderr: goroutine 1 [running]:
