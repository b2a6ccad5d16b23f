// Only one goroutine of a bubble may wait for the others.
package main

//gopark:go1.22

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestTwoWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		go func() {
			<-release
			synctest.Wait()
		}()
		time.Sleep(time.Second)
		close(release)
		synctest.Wait()
	})
}

// Exit: 2
// Stderr: panic: wait already in progress

// Output:
