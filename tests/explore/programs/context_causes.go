// BUG main panic running
package main

import (
	"context"
	"errors"
)

// Two cancel at once, and either may be the first.
func main() {
	broken, late := errors.New("broken"), errors.New("late")
	ctx, cancel := context.WithCancelCause(context.Background())
	go cancel(late)
	go cancel(broken)
	<-ctx.Done()
	if context.Cause(ctx) == late {
		panic("late")
	}
}
