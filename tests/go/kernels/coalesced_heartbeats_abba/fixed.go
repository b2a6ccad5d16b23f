// CockroachDB's store: sending heartbeats takes the store's lock and then each replica's; a replica
// that reports itself unreachable takes them the other way round.
package main

import (
	"fmt"
	"sync"
)

type store struct {
	coalescedMu struct {
		sync.Mutex
		heartbeats map[int][]string
	}
	mu struct {
		sync.RWMutex
		replicas map[int]*replica
	}
}

type replica struct {
	id     int
	store  *store
	raftMu sync.Mutex
	mu     struct {
		sync.Mutex
		unreachable bool
	}
}

func newStore(ids ...int) *store {
	s := &store{}
	s.coalescedMu.heartbeats = make(map[int][]string)
	s.mu.replicas = make(map[int]*replica)
	for _, id := range ids {
		s.mu.replicas[id] = &replica{id: id, store: s}
	}
	return s
}

func (s *store) sendHeartbeats() {
	s.coalescedMu.Lock()
	beats := s.coalescedMu.heartbeats
	s.coalescedMu.heartbeats = make(map[int][]string)
	s.coalescedMu.Unlock()
	for id := range beats {
		s.sendTo(id)
	}
}

func (s *store) sendTo(id int) {
	s.mu.RLock()
	r := s.mu.replicas[id]
	s.mu.RUnlock()
	r.reportUnreachable()
}

func (r *replica) reportUnreachable() {
	r.raftMu.Lock()
	defer r.raftMu.Unlock()
	r.mu.Lock()
	r.mu.unreachable = true
	r.mu.Unlock()
}

func (r *replica) tick() {
	r.raftMu.Lock()
	defer r.raftMu.Unlock()
	r.maybeCoalesce("heartbeat")
}

func (r *replica) maybeCoalesce(message string) {
	r.store.coalescedMu.Lock()
	defer r.store.coalescedMu.Unlock()
	beats := r.store.coalescedMu.heartbeats
	beats[r.id] = append(beats[r.id], message)
}

func main() {
	s := newStore(1)
	s.mu.replicas[1].maybeCoalesce("first")
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		s.sendHeartbeats()
	}()
	go func() {
		defer wg.Done()
		s.mu.replicas[1].tick()
	}()
	wg.Wait()
	fmt.Println("ticked")
}
