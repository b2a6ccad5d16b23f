package main

import "fmt"

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	for v := range c {
		fmt.Println(v)
	}
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [chan receive]:
// Output:
// 1
// 2
