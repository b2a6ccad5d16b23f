// sync.Cond: Signal wakes the longest waiter, Broadcast all.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var m sync.Mutex
	c := sync.NewCond(&m)
	c.Signal()
	c.Broadcast()
	woken := make(chan int, 10)
	for i := 0; i < 4; i++ {
		go func(i int) {
			m.Lock()
			defer m.Unlock()
			c.Wait()
			woken <- i
		}(i)
		time.Sleep(10 * time.Millisecond)
	}
	for i := 0; i < 2; i++ {
		m.Lock()
		c.Signal()
		m.Unlock()
		fmt.Println("woken", <-woken)
	}
	m.Lock()
	c.Broadcast()
	m.Unlock()
	fmt.Println(<-woken + <-woken)
	queue := []int{}
	done := make(chan int)
	go func() {
		sum := 0
		for n := 0; n < 3; n++ {
			c.L.Lock()
			for len(queue) == 0 {
				c.Wait()
			}
			sum += queue[0]
			queue = queue[1:]
			c.L.Unlock()
		}
		done <- sum
	}()
	for i := 1; i <= 3; i++ {
		c.L.Lock()
		queue = append(queue, i)
		c.L.Unlock()
		c.Signal()
	}
	fmt.Println(<-done)
}

// Output:
// woken 0
// woken 1
// 5
// 6
