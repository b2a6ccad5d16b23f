// Knative's breaker: a request that takes the lock while it holds a token waits for one that holds
// the lock and waits for a token.
package main

import (
	"fmt"
	"sync"
)

type token struct{}

type breaker struct {
	pendingRequests chan token
	activeRequests  chan token
}

func newBreaker(queueDepth, maxConcurrency int) *breaker {
	return &breaker{
		pendingRequests: make(chan token, queueDepth+maxConcurrency),
		activeRequests:  make(chan token, maxConcurrency),
	}
}

func (b *breaker) maybe(thunk func()) bool {
	select {
	case b.pendingRequests <- token{}:
		b.activeRequests <- token{}
		defer func() {
			<-b.activeRequests
			<-b.pendingRequests
		}()
		thunk()
		return true
	default:
		return false
	}
}

type request struct {
	lock     *sync.Mutex
	accepted chan bool
}

func (b *breaker) concurrentRequest() request {
	r := request{lock: &sync.Mutex{}, accepted: make(chan bool, 1)}
	r.lock.Lock()
	var started sync.WaitGroup
	started.Add(1)
	go func() {
		started.Done()
		ok := b.maybe(func() {
			r.lock.Lock()
			r.lock.Unlock()
		})
		r.accepted <- ok
	}()
	started.Wait()
	return r
}

func unlockAll(requests []request) {
	for _, r := range requests {
		r.lock.Unlock()
	}
	for _, r := range requests {
		if !<-r.accepted {
			fmt.Println("refused")
		}
	}
}

func main() {
	b := newBreaker(1, 1)
	unlockAll([]request{b.concurrentRequest(), b.concurrentRequest()})
}
