// BUG main.1 panic running
package main

import "sync"

func main() {
	var mu sync.Mutex
	c := make(chan int, 1)
	go func() {
		mu.Lock()
		defer mu.Unlock()
		c <- 1
	}()
	mu.Lock()
	close(c)
	mu.Unlock()
	mu.Lock()
	mu.Unlock()
}
