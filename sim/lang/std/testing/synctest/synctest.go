// Package synctest follows Go 1.25's testing/synctest.
//
//gopark:quiet
package synctest

import (
	"internal/synctest"
	"testing"
)

// Test runs f in a bubble, and returns when all goroutines of the bubble have ended.
func Test(t *testing.T, f func(*testing.T)) {
	var ok bool
	synctest.Run(func() { ok = testing.RunInBubble(t, f) })
	if !ok {
		t.FailNow()
	}
}

// Run is the first form of Test, of Go 1.24's experiment.
func Run(f func()) { synctest.Run(f) }

func Wait() { synctest.Wait() }
