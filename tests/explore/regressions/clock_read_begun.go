// Whoever stands in time.Until already reads the clock: with it stopped at 0 or moved to 3 it goes on
// in two ways.
package main

import "context"
import "time"

var global = make(chan int, 1)

func main() {
	d := make(chan int, 1)
	ctx, cancel := context.WithTimeout(context.Background(), 3)
	go func() {
		cancel()
		if at, _ := ctx.Deadline(); time.Until(at) > 1 {
			d <- 3
		}
	}()
	d <- 2
	<-global
}
