// A parked sender panics when the channel is closed; its deferred calls run.
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	done := make(chan string)
	go func() {
		defer func() {
			err := recover().(error)
			done <- err.Error()
		}()
		c <- 1
	}()
	time.Sleep(10 * time.Millisecond)
	close(c)
	fmt.Println(<-done)
	go func() {
		defer func() { done <- fmt.Sprint(recover()) }()
		d := make(chan int)
		go func() {
			time.Sleep(10 * time.Millisecond)
			close(d)
		}()
		select {
		case d <- 1:
		case <-make(chan int):
		}
	}()
	fmt.Println(<-done)
}

// Output:
// send on closed channel
// send on closed channel
