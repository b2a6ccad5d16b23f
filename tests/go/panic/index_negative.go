package main

func main() {
	i := -1
	s := make([]int, 2)
	s[i+0] = 1
}

// Exit: 2
// Stderr: panic: runtime error: index out of range [-1]
// Stderr:
// Stderr: goroutine 1 [running]:
