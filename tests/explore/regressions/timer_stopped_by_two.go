// Only the first who stops a timer hears that it was pending.
package main

import "time"

func main() {
	timer := time.AfterFunc(5, func() {})
	table := map[any]int{}
	go func() {
		if table[1] == 0 { // may be anything: nobody goes alone before it
			timer.Stop()
		}
	}()
	if !timer.Stop() {
		<-make(chan int)
	}
}
