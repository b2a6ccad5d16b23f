// PROVED
package main

import "sync"

type registry struct {
	mu      sync.RWMutex
	entries map[string]int
}

func (r *registry) set(name string, value int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.entries[name] = value
}

func (r *registry) get(name string) (int, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	value, ok := r.entries[name]
	return value, ok
}

func main() {
	r := &registry{entries: map[string]int{}}
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			r.set(name, 1)
			r.get("a")
		}(name)
	}
	wg.Wait()
	if _, ok := r.get("b"); !ok {
		panic("lost")
	}
}
