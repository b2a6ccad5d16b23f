package main

func main() { panic('x') }

// Exit: 2
// Stderr: panic: 120
// Stderr:
// Stderr: goroutine 1 [running]:
