// PROVED
package main

import (
	"context"
	"sync"
)

func work(ctx context.Context, wg *sync.WaitGroup, jobs <-chan int) {
	defer wg.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case <-jobs:
		}
	}
}

func main() {
	root, stop := context.WithCancel(context.Background())
	child, cancel := context.WithCancel(root)
	defer cancel()
	jobs := make(chan int)
	var wg sync.WaitGroup
	wg.Add(2)
	go work(root, &wg, jobs)
	go work(child, &wg, jobs)
	jobs <- 1
	stop()
	wg.Wait()
}
