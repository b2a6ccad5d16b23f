// PROVED
package main

import (
	"math/rand"
	"time"
)

// As many ways as are tried at most.
func main() {
	c := make(chan int)
	go func() {
		time.Sleep(time.Duration(rand.Intn(1024)) * time.Millisecond)
		c <- 1
	}()
	<-c
}
