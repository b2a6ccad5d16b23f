package main

import "fmt"

func main() {
	n := -1
	c := make(chan int, n)
	fmt.Println(cap(c))
}

// Exit: 2
// Stderr: panic: makechan: size out of range
// Stderr:
// Stderr: goroutine 1 [running]:
