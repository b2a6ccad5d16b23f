// BUG main.1 leaked chan send
package main

import "context"

// The child hangs on another root: stop does not reach it.
func main() {
	root, stop := context.WithCancel(context.Background())
	child, cancel := context.WithCancel(context.Background())
	_ = cancel
	c := make(chan int)
	go func() {
		select {
		case <-child.Done():
		case c <- 1:
		}
		c <- 2
	}()
	<-c
	stop()
	<-root.Done()
}
