// etcd's lessor: a checkpoint is scheduled under the lock, and the function value that applies it
// comes back to the lessor and locks again.
package main

import (
	"fmt"
	"sync"
)

type leaseID int64

type lease struct {
	id        leaseID
	remaining int64
}

type checkpointer func(id leaseID, remaining int64) error

type lessor struct {
	mu         sync.RWMutex
	leases     map[leaseID]*lease
	checkpoint checkpointer
}

func (le *lessor) setCheckpointer(cp checkpointer) {
	le.mu.Lock()
	defer le.mu.Unlock()
	le.checkpoint = cp
}

func (le *lessor) grant(id leaseID, ttl int64) {
	le.mu.Lock()
	defer le.mu.Unlock()
	le.leases[id] = &lease{id: id, remaining: ttl}
}

func (le *lessor) applyCheckpoint(id leaseID, remaining int64) error {
	le.mu.Lock() // BUG deadlock "sync.RWMutex.Lock"
	defer le.mu.Unlock()
	l, ok := le.leases[id]
	if !ok {
		return fmt.Errorf("lease %d not found", id)
	}
	l.remaining = remaining
	return nil
}

func (le *lessor) renew(id leaseID) (int64, error) {
	le.mu.RLock()
	defer le.mu.RUnlock()
	l, ok := le.leases[id]
	if !ok {
		return 0, fmt.Errorf("lease %d not found", id)
	}
	cp, ttl := le.checkpoint, l.remaining
	if cp != nil && ttl > 0 {
		if err := cp(id, 0); err != nil {
			return 0, err
		}
	}
	return ttl, nil
}

func main() {
	le := &lessor{leases: make(map[leaseID]*lease)}
	le.setCheckpointer(func(id leaseID, remaining int64) error {
		return le.applyCheckpoint(id, remaining)
	})
	le.grant(7, 30)
	ttl, err := le.renew(7)
	fmt.Println(ttl, err)
}
