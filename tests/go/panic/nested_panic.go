package main

func main() {
	defer func() {
		panic("second")
	}()
	panic("first")
}

// Exit: 2
// Stderr: panic: first
// Stderr: 	panic: second
// Stderr:
// Stderr: goroutine 1 [running]:
