// A registry that is filled when it is first used: the look-up reads the map without the lock that
// the registration takes.
package main

import (
	"fmt"
	"sync"
)

type factory func(addr string) string

type registry struct {
	mu        sync.Mutex
	factories map[string]factory
}

func (r *registry) register(scheme string, f factory) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.factories[scheme] = f // BUG race
}

func (r *registry) open(scheme, addr string) (string, bool) {
	f, ok := r.factories[scheme] // BUG race
	if !ok {
		return "", false
	}
	return f(addr), true
}

func main() {
	r := &registry{factories: map[string]factory{}}
	r.register("tcp", func(addr string) string { return "tcp " + addr })
	done := make(chan bool)
	go func() {
		r.register("udp", func(addr string) string { return "udp " + addr })
		close(done)
	}()
	conn, ok := r.open("tcp", "10.0.0.1:80")
	fmt.Println(conn, ok)
	<-done
}
