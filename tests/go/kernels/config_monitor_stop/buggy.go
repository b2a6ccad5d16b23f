// Istio's config monitor: whoever waits for one event drops the channel that stops the monitor, so
// that nobody can close it any more.
package main

import (
	"fmt"
	"sync"
)

type config struct {
	name     string
	revision int
}

type handler func(c config)

type memoryStore struct {
	mu      sync.RWMutex
	data    map[string]config
	monitor *configMonitor
}

type configMonitor struct {
	eventCh  chan config
	handlers []handler
	mu       sync.Mutex
	seen     int
}

func (m *configMonitor) run(stop <-chan struct{}) {
	for {
		select { // BUG leaked "select"
		case <-stop:
			return
		case c := <-m.eventCh:
			m.mu.Lock()
			m.seen++
			m.mu.Unlock()
			for _, h := range m.handlers {
				h(c)
			}
		}
	}
}

func (s *memoryStore) create(c config) {
	s.mu.Lock()
	s.data[c.name] = c
	s.mu.Unlock()
	s.monitor.eventCh <- c
}

func newStore() *memoryStore {
	return &memoryStore{
		data:    make(map[string]config),
		monitor: &configMonitor{eventCh: make(chan config)},
	}
}

func main() {
	s := newStore()
	var mu sync.Mutex
	done := make(chan string, 1)
	s.monitor.handlers = append(s.monitor.handlers, func(c config) {
		mu.Lock()
		defer mu.Unlock()
		select {
		case done <- c.name:
		default:
		}
	})
	stop := make(chan struct{})
	go s.monitor.run(stop)
	s.create(config{name: "route"})
	select {
	case name := <-done:
		fmt.Println("created", name)
		stop = nil
	}
	if stop != nil {
		close(stop)
	}
}
