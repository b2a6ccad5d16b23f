// context with a timeout or a deadline.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func work(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	fmt.Println(work(ctx, time.Hour))
	fmt.Println(ctx.Err() == context.DeadlineExceeded, errors.Is(ctx.Err(), context.DeadlineExceeded))
	ctx2, cancel2 := context.WithTimeout(context.Background(), time.Hour)
	fmt.Println(work(ctx2, 10*time.Millisecond))
	_, has := ctx2.Deadline()
	cancel2()
	fmt.Println(has, ctx2.Err())
	ctx3, cancel3 := context.WithDeadline(context.Background(), time.Now().Add(10*time.Millisecond))
	defer cancel3()
	child, cancelChild := context.WithTimeout(ctx3, time.Hour)
	defer cancelChild()
	<-child.Done()
	fmt.Println(child.Err(), ctx3.Err())
	past, cancelPast := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancelPast()
	fmt.Println(past.Err())
	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(past.Err(), &timeout) && timeout.Timeout())
	_, has = context.Background().Deadline()
	fmt.Println(has)
}

// Output:
// context deadline exceeded
// true true
// <nil>
// true context canceled
// context deadline exceeded context deadline exceeded
// context deadline exceeded
// true
// false
