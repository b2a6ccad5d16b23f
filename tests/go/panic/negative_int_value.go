package main

func main() { panic(int8(-3)) }

// Exit: 2
// Stderr: panic: -3
// Stderr:
// Stderr: goroutine 1 [running]:
