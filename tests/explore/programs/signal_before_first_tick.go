// BUG main.1 leaked chan send
package main

import (
	"os"
	"os/signal"
	"time"
)

// The signal need not wait for a tick; then nobody takes what the worker has.
func main() {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt)
	results := make(chan int)
	go func() { results <- 1 }()
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-sig:
			return
		case <-tick.C:
			select {
			case <-results:
			default:
			}
		}
	}
}
