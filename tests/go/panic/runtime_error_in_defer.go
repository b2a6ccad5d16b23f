package main

func main() {
	var m map[int]int
	defer func() { m[1] = 1 }()
	panic("first")
}

// Exit: 2
// Stderr: panic: first
// Stderr: 	panic: assignment to entry in nil map
// Stderr:
// Stderr: goroutine 1 [running]:
