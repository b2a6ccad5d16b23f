// An atomic write does not make a plain read safe.
package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n int64
	done := make(chan bool)
	go func() {
		atomic.AddInt64(&n, 1) // RACE
		done <- true
	}()
	seen := n // RACE
	<-done
	fmt.Println(seen <= 1)
}
