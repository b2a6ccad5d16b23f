// INCOMPLETE
package main

import (
	"math/rand"
	"time"
)

// One way more than are tried.
func main() {
	c := make(chan int)
	go func() {
		time.Sleep(time.Duration(rand.Intn(1025)) * time.Millisecond)
		c <- 1
	}()
	<-c
}
