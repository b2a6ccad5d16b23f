// CockroachDB's lease manager: releasing a lease locks the table's state and then the name cache;
// a look-up by name locks the cache and then the state.
package main

import (
	"fmt"
	"sync"
)

type leaseState struct {
	mu       sync.Mutex
	name     string
	refcount int
	released bool
	cache    *nameCache
}

type nameCache struct {
	mu    sync.Mutex
	names map[string]*leaseState
}

func (c *nameCache) get(name string) *leaseState {
	c.mu.Lock()
	defer c.mu.Unlock()
	lease, ok := c.names[name]
	if !ok {
		return nil
	}
	lease.mu.Lock()
	defer lease.mu.Unlock()
	if lease.released {
		return nil
	}
	lease.refcount++
	return lease
}

func (c *nameCache) remove(lease *leaseState) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.names[lease.name] == lease {
		delete(c.names, lease.name)
	}
}

func (l *leaseState) release() {
	l.mu.Lock()
	l.refcount--
	last := l.refcount == 0
	l.released = last
	l.mu.Unlock()
	if last {
		l.cache.remove(l)
	}
}

type leaseManager struct {
	cache nameCache
}

func (m *leaseManager) acquireByName(name string) (*leaseState, error) {
	if lease := m.cache.get(name); lease != nil {
		return lease, nil
	}
	return nil, fmt.Errorf("no lease for %q", name)
}

func main() {
	m := &leaseManager{cache: nameCache{names: make(map[string]*leaseState)}}
	lease := &leaseState{name: "users", refcount: 1, cache: &m.cache}
	m.cache.names["users"] = lease
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		lease.release()
	}()
	if again, err := m.acquireByName("users"); err == nil {
		again.release()
	}
	wg.Wait()
}
