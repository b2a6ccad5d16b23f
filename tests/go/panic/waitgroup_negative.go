package main

import "sync"

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Done()
	wg.Done()
}

// Exit: 2
// Stderr: panic: sync: negative WaitGroup counter
// Stderr:
// Stderr: goroutine 1 [running]:
