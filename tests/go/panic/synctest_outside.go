// A channel of a bubble that is used outside of it.
package main

//gopark:go1.22

import "testing/synctest"

func main() {
	c := make(chan chan int, 1)
	synctest.Run(func() { c <- make(chan int, 1) })
	(<-c) <- 1
}

// Exit: 2
// Stderr: fatal error: send on synctest channel from outside bubble

// Output:
