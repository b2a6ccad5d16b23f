package main

import "time"

func main() {
	go func() { time.Sleep(10 * time.Millisecond) }()
	<-make(chan int)
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [chan receive]:
