package main

func main() { panic(42) }

// Exit: 2
// Stderr: panic: 42
// Stderr:
// Stderr: goroutine 1 [running]:
