// CockroachDB's consistency check: the checksum of each replica is awaited on a channel that is
// closed by the computation, which is never started for a replica that is stopped.
package main

import (
	"fmt"
	"sync"
)

type checksum struct {
	value  int
	notify chan struct{}
}

type replica struct {
	id        int
	stopped   bool
	mu        sync.Mutex
	checksums map[int]*checksum
}

func (r *replica) getChecksum(id int) *checksum {
	r.mu.Lock()
	defer r.mu.Unlock()
	c, ok := r.checksums[id]
	if !ok {
		c = &checksum{notify: make(chan struct{})}
		r.checksums[id] = c
	}
	return c
}

func (r *replica) computeChecksum(id int) {
	c := r.getChecksum(id)
	if r.stopped {
		return
	}
	c.value = 10 * r.id
	close(c.notify)
}

func (r *replica) collect(id int) int {
	c := r.getChecksum(id)
	<-c.notify // BUG leaked "chan receive"
	return c.value
}

func checkConsistency(id int, replicas []*replica) <-chan int {
	results := make(chan int, len(replicas))
	for _, r := range replicas {
		go r.computeChecksum(id)
		go func(r *replica) {
			results <- r.collect(id)
		}(r)
	}
	return results
}

func main() {
	replicas := []*replica{
		{id: 1, checksums: make(map[int]*checksum)},
		{id: 2, checksums: make(map[int]*checksum), stopped: true},
	}
	results := checkConsistency(1, replicas)
	fmt.Println(<-results >= 0)
}
