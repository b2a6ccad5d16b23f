// The same as ../blocked.go, and what the goroutines take: nanoseconds, then bytes each.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	c := make(chan int)
	start := time.Now()
	for i := 0; i < 1000000; i++ {
		go func() { c <- 1 }()
	}
	time.Sleep(time.Millisecond)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	fmt.Println(int64(took), (after.Sys-before.Sys)/1000000)
}
