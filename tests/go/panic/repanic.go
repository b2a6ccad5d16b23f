package main

import "fmt"

func main() {
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		panic(r)
	}()
	panic("again")
}

// Exit: 2
// Stderr: panic: again [recovered]
// Stderr: 	panic: again
// Stderr:
// Stderr: goroutine 1 [running]:
// Output:
// recovered again
