// A goroutine that is left blocked in a bubble.
package main

//gopark:go1.22

import (
	"testing"
	"testing/synctest"
)

func TestLeak(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := make(chan int)
		go func() { c <- 1 }()
	})
}

// Exit: 2
// Stderr: panic: deadlock: main bubble goroutine has exited but blocked goroutines remain [recovered]
// Stderr: 	panic: deadlock: main bubble goroutine has exited but blocked goroutines remain

// Output:
// --- FAIL: TestLeak (0.00s)
