// sync/atomic's generic pointer, and two goroutines that swap one.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type config struct{ version int }

type server struct{ current atomic.Pointer[config] }

func main() {
	var s server
	fmt.Println(s.current.Load() == nil, s.current.CompareAndSwap(nil, nil))
	first, second := &config{1}, &config{2}
	fmt.Println(s.current.CompareAndSwap(first, second), s.current.CompareAndSwap(nil, first))
	fmt.Println(s.current.Load().version, s.current.Swap(second).version, s.current.Load() == second)
	s.current.Store(nil)
	fmt.Println(s.current.Load(), s.current.Swap(first))
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				old := s.current.Load()
				if s.current.CompareAndSwap(old, &config{old.version + 1}) {
					return
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(s.current.Load().version)
}

// Output:
// true true
// false true
// 1 1 true
// <nil> <nil>
// 11
