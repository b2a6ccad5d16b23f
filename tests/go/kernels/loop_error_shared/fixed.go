// An error variable of the enclosing function that every goroutine of a loop assigns: CockroachDB
// and Docker both had it.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type node struct {
	id   int
	down bool
}

func (n *node) ping() error {
	if n.down {
		return errors.New("node is down")
	}
	return nil
}

type cluster struct{ nodes []*node }

func (c *cluster) pingAll() error {
	var wg sync.WaitGroup
	var failed error
	var mu sync.Mutex
	for _, n := range c.nodes {
		wg.Add(1)
		go func(n *node) {
			defer wg.Done()
			if err := n.ping(); err != nil {
				fmt.Println(n.id, err)
				mu.Lock()
				failed = err
				mu.Unlock()
			}
		}(n)
	}
	wg.Wait()
	return failed
}

func main() {
	c := &cluster{nodes: []*node{{id: 1}, {id: 2, down: true}}}
	fmt.Println(c.pingAll() != nil)
}
