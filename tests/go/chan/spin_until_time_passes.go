// Time passes for those who wait for it by asking again and again.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type spinLock struct{ held int32 }

func (l *spinLock) Lock() {
	for !atomic.CompareAndSwapInt32(&l.held, 0, 1) {
		runtime.Gosched()
	}
}
func (l *spinLock) Unlock() { atomic.StoreInt32(&l.held, 0) }

// Its holder sleeps, and the others go round.
func sleepUnderSpinLock() int {
	var lock spinLock
	var wg sync.WaitGroup
	n := 0
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			lock.Lock()
			defer lock.Unlock()
			time.Sleep(5 * time.Millisecond)
			n++
		}()
	}
	wg.Wait()
	return n
}

// Nobody but main goes round, and it never gives way by itself.
func pollChannel() int {
	done := make(chan int)
	go func() {
		time.Sleep(3 * time.Millisecond)
		done <- 1
	}()
	idle := 0
	go func() {
		idle = 5
		done <- 2
	}()
	for got := 0; got < 2; {
		select {
		case <-done:
			got++
		default:
		}
	}
	return idle
}

// There is no timer at all.
func busyWait() bool {
	start := time.Now()
	for time.Since(start) < 2*time.Millisecond {
	}
	return time.Since(start) < 10*time.Second
}

func main() {
	var ready int32
	time.AfterFunc(10*time.Millisecond, func() { atomic.StoreInt32(&ready, 1) })
	for atomic.LoadInt32(&ready) == 0 {
		runtime.Gosched()
	}
	fmt.Println("ready")
	fmt.Println(sleepUnderSpinLock(), pollChannel(), busyWait())
}

// Output:
// ready
// 4 5 true
