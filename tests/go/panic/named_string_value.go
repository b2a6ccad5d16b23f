package main

type Reason string

func main() { panic(Reason("because")) }

// Exit: 2
// Stderr: panic: main.Reason("because")
// Stderr:
// Stderr: goroutine 1 [running]:
