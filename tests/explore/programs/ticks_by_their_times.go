// BUG main panic running
package main

import "time"

// The states after two ticks only differ in the clock, and yet not for ever.
func main() {
	start := <-time.After(time.Second)
	tick := time.NewTicker(time.Second)
	for {
		select {
		case now := <-tick.C:
			if now.Sub(start) > 5*time.Second {
				panic("waited too long")
			}
		}
	}
}
