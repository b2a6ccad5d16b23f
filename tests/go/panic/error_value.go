package main

import "errors"

func main() { panic(errors.New("an error value")) }

// Exit: 2
// Stderr: panic: an error value
// Stderr:
// Stderr: goroutine 1 [running]:
