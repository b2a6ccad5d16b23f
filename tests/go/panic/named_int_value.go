package main

type Code int

func main() { panic(Code(7)) }

// Exit: 2
// Stderr: panic: main.Code(7)
// Stderr:
// Stderr: goroutine 1 [running]:
