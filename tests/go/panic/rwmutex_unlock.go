package main

import "sync"

func main() {
	var m sync.RWMutex
	m.Unlock()
}

// Exit: 2
// Stderr: fatal error: sync: Unlock of unlocked RWMutex
// Stderr:
// Stderr: goroutine 1 [running]:
