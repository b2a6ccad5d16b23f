// Atomic on both sides, and a value published by an atomic flag: no race.
package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var ready, n int64
	data := 0
	done := make(chan bool)
	go func() {
		data = 42
		atomic.StoreInt64(&ready, 1)
		atomic.AddInt64(&n, 1)
		done <- true
	}()
	atomic.AddInt64(&n, 1)
	if atomic.LoadInt64(&ready) == 1 {
		fmt.Println(data)
	}
	<-done
	fmt.Println(atomic.LoadInt64(&n))
}
