package main

import "sync"

const philosophers = 10

// The last one takes the right fork first.
func main() {
	var forks [philosophers]sync.Mutex
	var done sync.WaitGroup
	done.Add(philosophers)
	for i := 0; i < philosophers; i++ {
		left, right := &forks[i], &forks[(i+1)%philosophers]
		if i == philosophers-1 {
			left, right = right, left
		}
		go func(left, right *sync.Mutex) {
			left.Lock()
			right.Lock()
			right.Unlock()
			left.Unlock()
			done.Done()
		}(left, right)
	}
	done.Wait()
}
