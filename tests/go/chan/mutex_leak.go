// A mutex that is never unlocked; the waiters are leaked once nobody else holds it.
//
//gopark:want leaked main.1 "sync.Mutex.Lock" 17
package main

import (
	"fmt"
	"sync"
	"time"
)

type box struct {
	mu sync.Mutex
	n  int
}

func (b *box) take() { b.mu.Lock(); b.n++ }

func handle() {
	b := &box{}
	b.take()
	go b.take()
	fmt.Println("handled", b.n)
}

func main() {
	handle()
	time.Sleep(10 * time.Millisecond)
}

// Output:
// handled 1
