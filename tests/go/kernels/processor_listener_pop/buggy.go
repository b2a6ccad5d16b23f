// Kubernetes' shared informer: the listener's pop loop waits on a condition for pending
// notifications; closing the stop channel does not wake a condition.
package main

import (
	"fmt"
	"sync"
)

type processorListener struct {
	lock    sync.RWMutex
	cond    sync.Cond
	pending []interface{}
	nextCh  chan interface{}
}

func newListener() *processorListener {
	p := &processorListener{nextCh: make(chan interface{})}
	p.cond.L = &p.lock
	return p
}

func (p *processorListener) add(notification interface{}) {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.pending = append(p.pending, notification)
	p.cond.Broadcast()
}

func (p *processorListener) pop(stopCh <-chan struct{}) {
	for {
		p.lock.Lock()
		for len(p.pending) == 0 {
			select {
			case <-stopCh:
				p.lock.Unlock()
				return
			default:
			}
			p.cond.Wait() // BUG leaked "sync.Cond.Wait"
		}
		next := p.pending[0]
		p.pending = p.pending[1:]
		p.lock.Unlock()
		select {
		case <-stopCh:
			return
		case p.nextCh <- next:
		}
	}
}

func (p *processorListener) run(stopCh <-chan struct{}, handle func(interface{})) {
	for {
		select {
		case <-stopCh:
			return
		case next := <-p.nextCh:
			handle(next)
		}
	}
}

func main() {
	stopCh := make(chan struct{})
	p := newListener()
	handled := make(chan interface{}, 1)
	go p.pop(stopCh)
	go p.run(stopCh, func(n interface{}) { handled <- n })
	p.add("added")
	fmt.Println(<-handled)
	close(stopCh)
}
