package main

func main() { panic(2.5) }

// Exit: 2
// Stderr: panic: +2.500000e+000
// Stderr:
// Stderr: goroutine 1 [running]:
