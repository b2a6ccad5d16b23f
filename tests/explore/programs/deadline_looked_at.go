// BUG main panic running
package main

import (
	"context"
	"time"
)

// Between two ticks the rest of a state is the same; how much time is left is not.
func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	tick := time.NewTicker(time.Second)
	for ctx.Err() == nil {
		<-tick.C
		if at, ok := ctx.Deadline(); ok && time.Until(at) < 55*time.Second {
			panic("too late to begin anything")
		}
	}
}
