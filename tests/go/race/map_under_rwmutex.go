// A registry under a RWMutex, with the one forgotten lock.
package main

import (
	"fmt"
	"sync"
)

type registry struct {
	mu sync.RWMutex
	m  map[string]int
}

func (r *registry) set(k string, v int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.m[k] = v // RACE
}

func (r *registry) size() int {
	return len(r.m) // RACE
}

func main() {
	r := &registry{m: map[string]int{}}
	done := make(chan bool)
	go func() {
		r.set("a", 1)
		done <- true
	}()
	n := r.size()
	<-done
	fmt.Println(n <= 1)
}
