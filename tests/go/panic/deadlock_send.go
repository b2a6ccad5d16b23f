package main

import "fmt"

func main() {
	defer fmt.Println("never")
	make(chan int) <- 1
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [chan send]:
