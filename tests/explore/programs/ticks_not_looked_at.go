// PROVED
package main

import "time"

// One state again and again: nobody looks at what the time is.
func main() {
	tick := time.NewTicker(time.Second)
	for range tick.C {
		<-tick.C
	}
}
