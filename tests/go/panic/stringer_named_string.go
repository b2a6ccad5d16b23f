package main

import "fmt"

type S string

func (s S) String() string { return "never printed for a string" }

func main() { panic(fmt.Sprint("formatted ", S("x"))) }

// Exit: 2
// Stderr: panic: formatted never printed for a string
// Stderr:
// Stderr: goroutine 1 [running]:
