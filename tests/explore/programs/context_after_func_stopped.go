// BUG main panic running
package main

import "context"

// Whether stop comes in time is open.
func main() {
	ctx, cancel := context.WithCancel(context.Background())
	c := make(chan int, 1)
	stop := context.AfterFunc(ctx, func() { c <- 1 })
	go cancel()
	if !stop() {
		panic("too late")
	}
}
