// All goroutines of a bubble are blocked for ever.
package main

//gopark:go1.22

import (
	"testing"
	"testing/synctest"
)

func TestDeadlock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := make(chan int)
		go func() { c <- 1 }()
		<-make(chan int)
	})
}

// Exit: 2
// Stderr: panic: deadlock: all goroutines in bubble are blocked [recovered]
// Stderr: 	panic: deadlock: all goroutines in bubble are blocked

// Output:
// --- FAIL: TestDeadlock (0.00s)
