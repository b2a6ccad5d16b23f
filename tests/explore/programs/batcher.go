// PROVED
//
// A batcher of production code: items are flushed when there are enough of them, at each tick, and at the
// end of its context.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type batcher struct {
	items chan int
	size  int
	every time.Duration
	flush func([]int)
	wg    sync.WaitGroup
}

func (b *batcher) run(ctx context.Context) {
	defer b.wg.Done()
	ticker := time.NewTicker(b.every)
	defer ticker.Stop()
	var batch []int
	send := func() {
		if len(batch) > 0 {
			b.flush(batch)
			batch = nil
		}
	}
	for {
		select {
		case item := <-b.items:
			batch = append(batch, item)
			if len(batch) == b.size {
				send()
			}
		case <-ticker.C:
			send()
		case <-ctx.Done():
			send()
			return
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	total := 0
	b := &batcher{items: make(chan int), size: 2, every: time.Second, flush: func(batch []int) { total += len(batch) }}
	b.wg.Add(1)
	go b.run(ctx)
	for i := 0; i < 3; i++ {
		b.items <- i
	}
	cancel()
	b.wg.Wait()
	fmt.Println(total)
}
