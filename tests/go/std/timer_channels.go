// Channels of timers look as if they had no buffer, and hold nothing stale after Stop and Reset. (Go 1.23)
package main

//gopark:go1.22

import (
	"fmt"
	"time"
)

func arrived(c <-chan time.Time) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

func main() {
	timer := time.NewTimer(time.Second)
	fmt.Println(len(timer.C), cap(timer.C))
	time.Sleep(2 * time.Second)
	fmt.Println(len(timer.C), cap(timer.C), timer.Stop(), arrived(timer.C), timer.Stop())

	start := time.Now()
	timer.Reset(time.Second)
	time.Sleep(3 * time.Second)
	fmt.Println(timer.Reset(5*time.Second), arrived(timer.C))
	at := <-timer.C
	fmt.Println(at.Sub(start), time.Since(start), timer.Stop(), timer.Reset(1), timer.Stop())

	ticker := time.NewTicker(time.Second)
	start = time.Now()
	time.Sleep(3500 * time.Millisecond)
	fmt.Println(len(ticker.C), cap(ticker.C))
	fmt.Println((<-ticker.C).Sub(start), (<-ticker.C).Sub(start)) // the first unread one
	time.Sleep(1500 * time.Millisecond)
	ticker.Reset(2 * time.Second)
	fmt.Println(arrived(ticker.C), (<-ticker.C).Sub(start))
	time.Sleep(5 * time.Second)
	ticker.Stop()
	fmt.Println(arrived(ticker.C))

	after := time.After(time.Second)
	time.Sleep(2 * time.Second)
	fmt.Println(len(after), cap(after), arrived(after), cap(time.Tick(time.Hour)))
	ordinary := make(chan time.Time, 3)
	ordinary <- start
	fmt.Println(len(ordinary), cap(ordinary))
}

// Output:
// 0 0
// 0 0 true false false
// true false
// 8s 8s false false true
// 0 0
// 1s 4s
// false 7.5s
// false
// 0 0 true 0
// 1 3
