// Kubernetes' quota controller: a worker holds the read lock of the worker lock and takes it once
// more for each key, while a resync waits for the write lock.
package main

import (
	"fmt"
	"sync"
)

type queue struct {
	mu   sync.Mutex
	keys []string
}

func (q *queue) get() (string, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.keys) == 0 {
		return "", false
	}
	key := q.keys[0]
	q.keys = q.keys[1:]
	return key, true
}

type quotaController struct {
	workerLock  sync.RWMutex
	queue       *queue
	syncHandler func(key string) error
	resyncs     int
}

func (rq *quotaController) worker() {
	for {
		if quit := rq.next(); quit {
			return
		}
	}
}

func (rq *quotaController) next() bool {
	rq.workerLock.RLock()
	defer rq.workerLock.RUnlock()
	key, ok := rq.queue.get()
	if !ok {
		return true
	}
	if err := rq.syncHandler(key); err != nil {
		fmt.Println(key, err)
	}
	return false
}

func (rq *quotaController) syncQuota(key string) error {
	rq.workerLock.RLock() // BUG deadlock "sync.RWMutex.RLock"
	defer rq.workerLock.RUnlock()
	return nil
}

func (rq *quotaController) sync() {
	rq.workerLock.Lock() // BUG deadlock "sync.RWMutex.Lock"
	defer rq.workerLock.Unlock()
	rq.resyncs++
}

func main() {
	rq := &quotaController{queue: &queue{keys: []string{"default/quota"}}}
	rq.syncHandler = rq.syncQuota
	var wg sync.WaitGroup
	for _, run := range []func(){rq.worker, rq.sync} {
		wg.Add(1)
		go func(run func()) {
			defer wg.Done()
			run()
		}(run)
	}
	wg.Wait()
}
