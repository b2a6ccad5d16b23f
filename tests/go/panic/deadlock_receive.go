package main

import "fmt"

func main() {
	c := make(chan int)
	fmt.Println("before")
	<-c
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [chan receive]:
// Output:
// before
