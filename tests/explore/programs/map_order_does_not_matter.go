// PROVED
package main

import "sync"

type registry struct {
	mu    sync.Mutex
	parts map[string]chan int
}

func (r *registry) sum() (n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, part := range r.parts {
		n += <-part
	}
	return n
}

func main() {
	r := &registry{parts: map[string]chan int{}}
	for i, name := range []string{"a", "b", "c", "d"} {
		part := make(chan int)
		r.parts[name] = part
		go func() { part <- i }()
	}
	if r.sum() != 6 {
		panic("lost")
	}
}
