// runtime.Gosched lets the others run; NumGoroutine counts.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func main() {
	var m sync.Mutex
	n := 0
	for i := 0; i < 3; i++ {
		go func() {
			m.Lock()
			n++
			m.Unlock()
		}()
	}
	for {
		runtime.Gosched()
		m.Lock()
		done := n == 3
		m.Unlock()
		if done {
			break
		}
	}
	fmt.Println(n)
	stop := make(chan bool)
	for i := 0; i < 4; i++ {
		go func() { <-stop }()
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println(runtime.NumGoroutine())
	close(stop)
	time.Sleep(10 * time.Millisecond)
	fmt.Println(runtime.NumGoroutine())
	runtime.GC()
}

// Output:
// 3
// 5
// 1
