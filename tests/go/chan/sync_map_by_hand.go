// A cache with single flight: the first caller works, the others wait for its channel.
package main

import (
	"fmt"
	"sync"
	"time"
)

type entry struct {
	ready chan struct{}
	value int
}

type Memo struct {
	mu    sync.Mutex
	cache map[int]*entry
	calls int
}

func (m *Memo) Get(k int) int {
	m.mu.Lock()
	e := m.cache[k]
	if e == nil {
		e = &entry{ready: make(chan struct{})}
		m.cache[k] = e
		m.calls++
		m.mu.Unlock()
		time.Sleep(5 * time.Millisecond)
		e.value = k * k
		close(e.ready)
	} else {
		m.mu.Unlock()
		<-e.ready
	}
	return e.value
}

func main() {
	m := &Memo{cache: map[int]*entry{}}
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := 0; i < 12; i++ {
		wg.Add(1)
		go func(k int) {
			defer wg.Done()
			v := m.Get(k)
			mu.Lock()
			sum += v
			mu.Unlock()
		}(i % 3)
	}
	wg.Wait()
	fmt.Println(sum, m.calls)
}

// Output:
// 20 3
