// sync.WaitGroup: Add before, Add more at once, several waiters, reuse.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var wg sync.WaitGroup
	wg.Wait()
	var n int32
	wg.Add(3)
	for i := 0; i < 3; i++ {
		go func() {
			defer wg.Done()
			atomic.AddInt32(&n, 1)
		}()
	}
	wg.Wait()
	fmt.Println(n)
	start := make(chan bool)
	woken := make(chan int)
	wg.Add(1)
	for i := 0; i < 3; i++ {
		go func(i int) {
			start <- true
			wg.Wait()
			woken <- i
		}(i)
	}
	for i := 0; i < 3; i++ {
		<-start
	}
	time.Sleep(10 * time.Millisecond)
	wg.Done()
	fmt.Println(<-woken + <-woken + <-woken)
	wg.Add(2)
	wg.Add(-1)
	wg.Done()
	wg.Wait()
	p := &sync.WaitGroup{}
	p.Add(1)
	go p.Done()
	p.Wait()
	defer func() { fmt.Println(recover()) }()
	wg.Done()
}

// Output:
// 3
// 3
// sync: negative WaitGroup counter
