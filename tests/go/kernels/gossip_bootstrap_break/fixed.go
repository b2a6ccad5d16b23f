// CockroachDB's gossip: the loop that waits for the first resolver locks in each round, and one way
// out of the loop forgets to unlock.
package main

import (
	"fmt"
	"sync"
	"time"
)

type gossip struct {
	mu        sync.Mutex
	resolvers []string
	closed    bool
	connected chan struct{}
}

func (g *gossip) bootstrap() {
	for {
		g.mu.Lock()
		if g.closed {
			g.mu.Unlock()
			break
		}
		if len(g.resolvers) > 0 {
			g.mu.Unlock()
			close(g.connected)
			return
		}
		g.mu.Unlock()
		time.Sleep(10 * time.Millisecond)
	}
}

func (g *gossip) manage(wg *sync.WaitGroup) {
	defer wg.Done()
	time.Sleep(15 * time.Millisecond)
	g.mu.Lock()
	g.resolvers = nil
	g.mu.Unlock()
}

func (g *gossip) stop() {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
}

func main() {
	g := &gossip{connected: make(chan struct{})}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		g.bootstrap()
	}()
	go g.manage(&wg)
	g.stop()
	wg.Wait()
	fmt.Println("gossip stopped")
}
