package main

import "sync"

func main() {
	var wg sync.WaitGroup
	for round := 0; round < 3; round++ {
		wg.Add(1)
		go wg.Done()
		wg.Wait()
	}
	panic("done")
}

// Exit: 2
// Stderr: panic: done
// Stderr:
// Stderr: goroutine 1 [running]:
