// PROVED
package main

import "sync"

type broker struct {
	mu   sync.Mutex
	subs []chan int
}

func (b *broker) subscribe() <-chan int {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := make(chan int, 2)
	b.subs = append(b.subs, c)
	return c
}

func (b *broker) publish(value int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.subs {
		select {
		case c <- value:
		default:
		}
	}
}

func (b *broker) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.subs {
		close(c)
	}
	b.subs = nil
}

func main() {
	b := &broker{}
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		c := b.subscribe()
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range c {
			}
		}()
	}
	b.publish(1)
	b.publish(2)
	b.close()
	wg.Wait()
}
