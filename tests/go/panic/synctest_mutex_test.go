// To wait for a mutex is not to be durably blocked: the bubble waits with it.
package main

//gopark:go1.22

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestMutex(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		mu.Lock()
		go mu.Lock()
		time.Sleep(time.Second)
	})
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!

// Output:
