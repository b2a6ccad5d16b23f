// Timers: firing order, Stop and Reset, AfterFunc, tickers.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	elapsed := func() time.Duration { return time.Since(start).Round(10 * time.Millisecond) }

	timer := time.NewTimer(20 * time.Millisecond)
	<-timer.C
	fmt.Println("fired after", elapsed())
	fmt.Println("stop after fire:", timer.Stop())
	fmt.Println("reset:", timer.Reset(20*time.Millisecond))
	fmt.Println("stop before fire:", timer.Stop())
	select {
	case <-timer.C:
		fmt.Println("a stopped timer fired")
	case <-time.After(30 * time.Millisecond):
		fmt.Println("stopped timer is quiet", elapsed())
	}

	var mu sync.Mutex
	var order []string
	note := func(s string) func() {
		return func() {
			mu.Lock()
			defer mu.Unlock()
			order = append(order, s)
		}
	}
	time.AfterFunc(60*time.Millisecond, note("third"))
	time.AfterFunc(20*time.Millisecond, note("first"))
	time.AfterFunc(40*time.Millisecond, note("second"))
	cancelled := time.AfterFunc(50*time.Millisecond, note("never"))
	fmt.Println("AfterFunc stopped:", cancelled.Stop(), cancelled.Stop())
	time.Sleep(100 * time.Millisecond)
	mu.Lock()
	fmt.Println(order)
	mu.Unlock()

	ticker := time.NewTicker(20 * time.Millisecond)
	begin := time.Now()
	for i := 0; i < 3; i++ {
		<-ticker.C
	}
	fmt.Println("three ticks", time.Since(begin).Round(10*time.Millisecond))
	ticker.Reset(40 * time.Millisecond)
	<-ticker.C
	fmt.Println("slower tick", time.Since(begin).Round(10*time.Millisecond))
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("a stopped ticker ticked")
	case <-time.After(100 * time.Millisecond):
		fmt.Println("stopped ticker is quiet")
	}

	missed := time.NewTicker(10 * time.Millisecond)
	time.Sleep(55 * time.Millisecond)
	missed.Stop()
	count := 0
	for {
		select {
		case <-missed.C:
			count++
			continue
		default:
		}
		break
	}
	fmt.Println("at most one tick waits:", count <= 1)
	fmt.Println(time.Tick(0) == nil)
	for _, f := range []func(){func() { time.NewTicker(0) }, func() { ticker.Reset(-1) }, func() { new(time.Timer).Stop() }, func() { new(time.Timer).Reset(1) }} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			f()
		}()
	}
}

// Output:
// fired after 20ms
// stop after fire: false
// reset: false
// stop before fire: true
// stopped timer is quiet 50ms
// AfterFunc stopped: true false
// [first second third]
// three ticks 60ms
// slower tick 100ms
// stopped ticker is quiet
// at most one tick waits: true
// true
// panic: non-positive interval for NewTicker
// panic: non-positive interval for Ticker.Reset
// panic: time: Stop called on uninitialized Timer
// panic: time: Reset called on uninitialized Timer
