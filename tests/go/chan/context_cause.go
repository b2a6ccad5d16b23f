//gopark:go1.22
package main

import (
	"context"
	"errors"
	"fmt"
)

// context.WithCancelCause came with Go 1.20.

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	child, cancelChild := context.WithCancel(ctx)
	defer cancelChild()
	fmt.Println(context.Cause(ctx))
	cancel(errors.New("the disk is full"))
	cancel(errors.New("too late"))
	<-child.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), context.Cause(child))
	none, cancelNone := context.WithCancelCause(context.Background())
	cancelNone(nil)
	fmt.Println(none.Err(), context.Cause(none))
}

// Output:
// <nil>
// context canceled the disk is full the disk is full
// context canceled context canceled
