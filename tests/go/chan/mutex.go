// sync.Mutex: exclusion, TryLock, embedding, unlocking by another goroutine.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

type Counter struct {
	sync.Mutex
	n map[string]int
}

func (c *Counter) Inc(k string) {
	c.Lock()
	defer c.Unlock()
	c.n[k]++
}

func main() {
	c := Counter{n: map[string]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			c.Inc([]string{"even", "odd"}[i%2])
			runtime.Gosched()
			c.Inc("all")
		}(i)
	}
	wg.Wait()
	fmt.Println(c.n)
	var m sync.Mutex
	fmt.Println(m.TryLock(), m.TryLock())
	m.Unlock()
	m.Lock()
	done := make(chan bool)
	go func() {
		m.Lock()
		fmt.Println("second")
		m.Unlock()
		done <- true
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("first")
	go m.Unlock()
	<-done
	var l sync.Locker = &m
	l.Lock()
	l.Unlock()
	p := new(sync.Mutex)
	p.Lock()
	p.Unlock()
	fmt.Println("end")
}

// Output:
// map[all:50 even:25 odd:25]
// true false
// first
// second
// end
