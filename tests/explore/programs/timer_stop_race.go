// BUG main deadlock chan receive
//
// Both are due at once: Stop may still come in time, and then nobody sends.
package main

import "time"

func main() {
	c := make(chan int, 1)
	t := time.AfterFunc(time.Second, func() { c <- 1 })
	time.Sleep(time.Second)
	if t.Stop() {
		<-c
	}
}
