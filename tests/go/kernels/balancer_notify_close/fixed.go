// etcd's client balancer: closing holds the lock while it sends the last list of addresses, and the
// connection that takes the list marks itself as down, under that lock.
package main

import (
	"fmt"
	"sync"
)

type simpleBalancer struct {
	mu       sync.RWMutex
	addrs    []string
	notifyCh chan []string
	pinned   string
	closed   bool
	upc      chan struct{}
}

func newBalancer(addrs ...string) *simpleBalancer {
	return &simpleBalancer{addrs: addrs, notifyCh: make(chan []string), upc: make(chan struct{})}
}

func (b *simpleBalancer) Up(addr string) func() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pinned == "" {
		close(b.upc)
		b.pinned = addr
	}
	return func() {
		b.mu.Lock()
		b.pinned = ""
		b.upc = make(chan struct{})
		b.mu.Unlock()
	}
}

func (b *simpleBalancer) Close() {
	b.mu.Lock()
	if b.closed {
		b.mu.Unlock()
		return
	}
	b.closed = true
	b.mu.Unlock()
	b.notifyCh <- nil
	close(b.notifyCh)
}

type clientConn struct {
	balancer *simpleBalancer
	downs    map[string]func()
	done     chan struct{}
}

func (cc *clientConn) lbWatcher() {
	defer close(cc.done)
	first := true
	for addrs := range cc.balancer.notifyCh {
		if first {
			first = false
			for _, addr := range addrs {
				cc.downs[addr] = cc.balancer.Up(addr)
			}
			cc.teardown()
			continue
		}
		cc.teardown()
	}
}

func (cc *clientConn) teardown() {
	for addr, down := range cc.downs {
		delete(cc.downs, addr)
		down()
	}
}

func main() {
	b := newBalancer("a")
	cc := &clientConn{balancer: b, downs: make(map[string]func()), done: make(chan struct{})}
	go cc.lbWatcher()
	b.notifyCh <- b.addrs
	b.Close()
	<-cc.done
	fmt.Println("closed")
}
