// time.Ticker ticks until it is stopped; ticks that nobody takes are dropped.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(20 * time.Millisecond)
	n := 0
	for range t.C {
		n++
		if n == 3 {
			break
		}
	}
	t.Stop()
	fmt.Println(n)
	select {
	case <-t.C:
		fmt.Println("never")
	case <-time.After(60 * time.Millisecond):
		fmt.Println("stopped")
	}
	slow := time.NewTicker(10 * time.Millisecond)
	time.Sleep(95 * time.Millisecond)
	fmt.Println(len(slow.C) <= 1)
	<-slow.C
	slow.Reset(15 * time.Millisecond)
	<-slow.C
	slow.Stop()
	done := make(chan bool)
	ticks := 0
	go func() {
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				ticks++
			case <-done:
				done <- true
				return
			}
		}
	}()
	time.Sleep(55 * time.Millisecond)
	done <- true
	<-done
	fmt.Println(ticks > 1 && ticks < 7)
}

// Output:
// 3
// stopped
// true
// true
