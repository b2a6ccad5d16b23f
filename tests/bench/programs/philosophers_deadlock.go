package main

import "sync"

const philosophers = 10

// Everyone takes the left fork first.
func main() {
	var forks [philosophers]sync.Mutex
	var done sync.WaitGroup
	done.Add(philosophers)
	for i := 0; i < philosophers; i++ {
		go func(left, right *sync.Mutex) {
			left.Lock()
			right.Lock()
			right.Unlock()
			left.Unlock()
			done.Done()
		}(&forks[i], &forks[(i+1)%philosophers])
	}
	done.Wait()
}
