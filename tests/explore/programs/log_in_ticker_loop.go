// PROVED
package main

import (
	"log"
	"time"
)

// What a line of the log says of the time nobody in the program reads.
func main() {
	stop := make(chan bool)
	go func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				log.Print("still here")
			case <-stop:
				log.Print("done")
				return
			}
		}
	}()
	time.Sleep(1500 * time.Millisecond)
	stop <- true
}
