// One goroutine for each wait reason that cannot end, as findings.
//
//gopark:want leaked main.1 "chan receive" 25
//gopark:want leaked main.2 "chan send" 26
//gopark:want leaked main.3 "select" 28
//gopark:want leaked main.4 "select (no cases)" 33
//gopark:want leaked main.5 "chan receive (nil chan)" 36
//gopark:want leaked main.6 "chan send (nil chan)" 40
//gopark:want leaked main.7 "sync.Mutex.Lock" 45
//gopark:want leaked main.8 "sync.WaitGroup.Wait" 50
//gopark:want leaked main.9 "sync.RWMutex.RLock" 55
//gopark:want leaked main.10 "sync.Cond.Wait" 60
//gopark:want leaked main.11 "chan receive" 63
//gopark:want leaked main.12 "sync.RWMutex.Lock" 69
//gopark:want alive_at_exit main.13 "sleep" 71
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	go func() { <-make(chan int) }()
	go func() { make(chan int) <- 1 }()
	go func() {
		select {
		case <-make(chan int):
		case make(chan int) <- 1:
		}
	}()
	go func() { select {} }()
	go func() {
		var c chan int
		<-c
	}()
	go func() {
		var c chan int
		c <- 1
	}()
	go func() {
		var m sync.Mutex
		m.Lock()
		m.Lock()
	}()
	go func() {
		var wg sync.WaitGroup
		wg.Add(1)
		wg.Wait()
	}()
	go func() {
		var rw sync.RWMutex
		rw.Lock()
		rw.RLock()
	}()
	go func() {
		var m sync.Mutex
		m.Lock()
		sync.NewCond(&m).Wait()
	}()
	go func() {
		for range make(chan int) {
		}
	}()
	go func() {
		var rw sync.RWMutex
		rw.RLock()
		rw.Lock()
	}()
	go func() { time.Sleep(time.Hour) }()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("end")
}

// Output:
// end
