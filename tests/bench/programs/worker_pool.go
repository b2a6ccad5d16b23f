package main

import "sync"

const (
	workers = 7
	items   = 4
)

// main hands out the items one by one, then closes the channel and waits for all workers.
func main() {
	jobs := make(chan int)
	var done sync.WaitGroup
	done.Add(workers)
	for i := 0; i < workers; i++ {
		go func() {
			for range jobs {
			}
			done.Done()
		}()
	}
	for i := 0; i < items; i++ {
		jobs <- 1
	}
	close(jobs)
	done.Wait()
}
