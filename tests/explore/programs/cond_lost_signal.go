// BUG main deadlock sync.Cond.Wait
//
// The signal may come before anybody waits for it.
package main

import "sync"

func main() {
	var mu sync.Mutex
	ready := sync.NewCond(&mu)
	go ready.Signal()
	mu.Lock()
	ready.Wait()
	mu.Unlock()
}
