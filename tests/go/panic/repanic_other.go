package main

import "fmt"

func main() {
	defer func() {
		r := recover()
		panic(fmt.Sprint("after ", r))
	}()
	panic("first")
}

// Exit: 2
// Stderr: panic: first [recovered]
// Stderr: 	panic: after first
// Stderr:
// Stderr: goroutine 1 [running]:
