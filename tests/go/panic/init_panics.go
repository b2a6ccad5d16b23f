package main

import "fmt"

var x = f()

func f() int { panic("in a variable") }

func main() { fmt.Println("never", x) }

// Exit: 2
// Stderr: panic: in a variable
// Stderr:
// Stderr: goroutine 1 [running]:
