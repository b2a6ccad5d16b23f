// A hub sends with its lock held; a subscriber that leaves meanwhile waits for the lock and receives nothing.
package main

import (
	"fmt"
	"sync"
	"time"
)

type Event[T any] struct {
	Topic string
	Data  T
}

type subscriber[T any] struct {
	id   int
	ch   chan Event[T]
	quit chan struct{}
	once sync.Once
}

func (s *subscriber[T]) stop() { s.once.Do(func() { close(s.quit) }) }

type Hub[T any] struct {
	mu     sync.RWMutex
	nextID int
	subs   map[string]map[int]*subscriber[T]
	wg     sync.WaitGroup
}

func NewHub[T any]() *Hub[T] { return &Hub[T]{subs: make(map[string]map[int]*subscriber[T])} }

func (h *Hub[T]) Subscribe(topic string, handle func(Event[T])) (unsubscribe func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.nextID++
	s := &subscriber[T]{id: h.nextID, ch: make(chan Event[T], 1), quit: make(chan struct{})}
	if h.subs[topic] == nil {
		h.subs[topic] = map[int]*subscriber[T]{}
	}
	h.subs[topic][s.id] = s
	h.wg.Add(1)
	go func() {
		defer h.wg.Done()
		for {
			select {
			case e := <-s.ch:
				handle(e)
			case <-s.quit:
				return
			}
		}
	}()
	return func() {
		h.mu.Lock()
		delete(h.subs[topic], s.id)
		h.mu.Unlock()
		s.stop()
	}
}

func (h *Hub[T]) Publish(topic string, data T) int {
	h.mu.RLock()
	var subs []*subscriber[T]
	for _, s := range h.subs[topic] {
		subs = append(subs, s)
	}
	h.mu.RUnlock()
	n := 0
	for _, s := range subs {
		select {
		case s.ch <- Event[T]{topic, data}:
			n++
		case <-s.quit:
		}
	}
	return n
}

func (h *Hub[T]) Close() {
	h.mu.Lock()
	for _, subs := range h.subs {
		for _, s := range subs {
			s.stop()
		}
	}
	h.mu.Unlock()
	h.wg.Wait()
}

func main() {
	h := NewHub[int]()
	var mu sync.Mutex
	sum := 0
	var off func()
	off = h.Subscribe("prices", func(e Event[int]) {
		mu.Lock()
		sum += e.Data
		mu.Unlock()
		if e.Data == 2 {
			off()
		}
	})
	h.Subscribe("prices", func(e Event[int]) { time.Sleep(time.Millisecond) })
	for i := 1; i <= 4; i++ {
		h.Publish("prices", i)
	}
	h.Close()
	mu.Lock()
	fmt.Println("sum", sum >= 3)
	mu.Unlock()
}
