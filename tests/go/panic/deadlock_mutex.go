package main

import "sync"

func main() {
	var m sync.Mutex
	m.Lock()
	m.Lock()
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [sync.Mutex.Lock]:
