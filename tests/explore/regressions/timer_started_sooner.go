// How far off a timer is matters as long as somebody may start another one: the second comes first
// only if nobody has slept before.
package main

import "time"

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 1
	first := time.After(10)
	select {
	case <-a:
		time.Sleep(5)
	case <-b:
	}
	select {
	case <-first:
		select {}
	case <-time.After(7):
	}
}
