// What Go 1.20 and 1.21 added: causes, WithoutCancel, AfterFunc; and how contexts print.
package main

//gopark:go1.22

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key int

func (k key) String() string { return fmt.Sprint("key", int(k)) }

type plainKey struct{}

func main() {
	why := errors.New("why")
	ctx, cancel := context.WithCancelCause(context.Background())
	child, cancelChild := context.WithCancel(ctx)
	defer cancelChild()
	fmt.Println(context.Cause(ctx), context.Cause(child), context.Cause(context.Background()))
	cancel(why)
	cancel(errors.New("too late"))
	fmt.Println(ctx.Err(), context.Cause(ctx), child.Err(), context.Cause(child))

	noCause, cancelNil := context.WithCancelCause(context.Background())
	cancelNil(nil)
	fmt.Println(context.Cause(noCause))

	timed, cancelTimed := context.WithTimeoutCause(context.Background(), time.Millisecond, why)
	defer cancelTimed()
	<-timed.Done()
	fmt.Println(timed.Err(), context.Cause(timed))

	free := context.WithoutCancel(context.WithValue(ctx, key(1), "kept"))
	fmt.Println(free.Err(), free.Done() == nil, free.Value(key(1)), context.Cause(free))

	base, stopBase := context.WithCancel(context.Background())
	ran := make(chan string)
	stop := context.AfterFunc(base, func() { ran <- "ran" })
	stopped := context.AfterFunc(base, func() { ran <- "should not run" })
	fmt.Println(stopped(), stopped())
	stopBase()
	fmt.Println(<-ran, stop())
	context.AfterFunc(base, func() { ran <- "at once" })
	fmt.Println(<-ran)

	c1, cancel1 := context.WithCancel(context.Background())
	defer cancel1()
	c2 := context.WithValue(context.WithValue(c1, key(2), "v"), plainKey{}, 7)
	fmt.Println(context.Background(), context.TODO(), c1)
	fmt.Println(c2)
	fmt.Println(context.WithoutCancel(c2))
	c3, cancel3 := context.WithDeadline(c1, time.Now().Add(-time.Hour))
	defer cancel3()
	fmt.Printf("%T %T %T\n", context.Background(), c1, c3)
}

// Output:
// <nil> <nil> <nil>
// context canceled why context canceled why
// context canceled
// context deadline exceeded why
// <nil> true kept <nil>
// true false
// ran false
// at once
// context.Background context.TODO context.Background.WithCancel
// context.Background.WithCancel.WithValue(key2, v).WithValue(main.plainKey, int)
// context.Background.WithCancel.WithValue(key2, v).WithValue(main.plainKey, int).WithoutCancel
// context.backgroundCtx *context.cancelCtx *context.timerCtx
