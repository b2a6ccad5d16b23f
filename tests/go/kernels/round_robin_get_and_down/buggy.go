// gRPC's round robin: watching addresses sends the new list under the lock; the receiver of the
// list goes down an address first, and that needs the lock.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type address struct{ addr string }

type balancer interface {
	start(target string) error
	up(a address) (down func(error))
	notify() <-chan []address
}

type roundRobin struct {
	mu        sync.Mutex
	addrCh    chan []address
	connected map[address]bool
	open      []address
}

func (rr *roundRobin) start(target string) error {
	if target == "" {
		return errors.New("no target")
	}
	rr.addrCh = make(chan []address)
	go rr.watchAddrUpdates([]address{{target + ":1"}, {target + ":2"}})
	return nil
}

func (rr *roundRobin) watchAddrUpdates(updates []address) {
	defer close(rr.addrCh)
	for _, update := range updates {
		rr.mu.Lock()
		rr.open = append(rr.open, update)
		rr.addrCh <- append([]address(nil), rr.open...) // BUG deadlock "chan send"
		rr.mu.Unlock()
	}
}

func (rr *roundRobin) up(a address) func(error) {
	rr.mu.Lock() // BUG deadlock "sync.Mutex.Lock"
	defer rr.mu.Unlock()
	rr.connected[a] = true
	return func(err error) { rr.down(a, err) }
}

func (rr *roundRobin) down(a address, err error) {
	rr.mu.Lock()
	defer rr.mu.Unlock()
	delete(rr.connected, a)
}

func (rr *roundRobin) notify() <-chan []address { return rr.addrCh }

func dial(b balancer, target string) error {
	if err := b.start(target); err != nil {
		return err
	}
	for addrs := range b.notify() {
		for _, a := range addrs {
			down := b.up(a)
			down(errors.New("going away"))
		}
	}
	return nil
}

func main() {
	rr := &roundRobin{connected: make(map[address]bool)}
	fmt.Println(dial(rr, "service"), len(rr.connected))
}
