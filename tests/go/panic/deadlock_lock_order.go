package main

import "sync"

func main() {
	var a, b sync.Mutex
	c := make(chan bool)
	go func() {
		b.Lock()
		c <- true
		a.Lock()
	}()
	a.Lock()
	<-c
	b.Lock()
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [sync.Mutex.Lock]:
