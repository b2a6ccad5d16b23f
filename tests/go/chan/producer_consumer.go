// Several producers and consumers with a WaitGroup; the sum does not depend on the schedule.
package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs, results := make(chan int, 5), make(chan int, 5)
	var workers sync.WaitGroup
	for w := 0; w < 3; w++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for j := range jobs {
				results <- j * j
			}
		}()
	}
	go func() {
		for i := 1; i <= 20; i++ {
			jobs <- i
		}
		close(jobs)
	}()
	go func() {
		workers.Wait()
		close(results)
	}()
	sum, n := 0, 0
	for r := range results {
		sum += r
		n++
	}
	fmt.Println(n, sum)
}

// Output:
// 20 2870
