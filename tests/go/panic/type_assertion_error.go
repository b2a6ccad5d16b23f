package main

import "fmt"

type E struct{}

func (E) Error() string { return "E" }

func find() error { return E{} }

func main() { fmt.Println(find().(*E)) }

// Exit: 2
// Stderr: panic: interface conversion: error is main.E, not *main.E
// Stderr:
// Stderr: goroutine 1 [running]:
