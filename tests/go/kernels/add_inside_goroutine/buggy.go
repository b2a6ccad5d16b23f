// A pool of Kubernetes' tests: the group is counted up inside the goroutine, so that the wait may
// be over before anybody has begun.
package main

import (
	"fmt"
	"sync"
)

type result struct {
	name string
	err  error
}

type runner struct {
	wg      sync.WaitGroup
	results chan result
}

func (r *runner) spawn(name string, f func() error) {
	go func() {
		r.wg.Add(1)
		defer r.wg.Done()
		r.results <- result{name: name, err: f()} // BUG panic "send on closed channel"
	}()
}

func (r *runner) collect() int {
	r.wg.Wait()
	close(r.results)
	n := 0
	for range r.results {
		n++
	}
	return n
}

func main() {
	r := &runner{results: make(chan result, 2)}
	for _, name := range []string{"a", "b"} {
		r.spawn(name, func() error { return nil })
	}
	fmt.Println(r.collect() <= 2)
}
