package main

import "sync"

func main() {
	var m sync.RWMutex
	m.RUnlock()
}

// Exit: 2
// Stderr: fatal error: sync: RUnlock of unlocked RWMutex
// Stderr:
// Stderr: goroutine 1 [running]:
