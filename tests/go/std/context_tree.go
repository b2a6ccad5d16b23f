// A tree of contexts: cancellation goes down, never up; deadlines and values are inherited.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

type custom struct{ context.Context }

func (c custom) Value(k any) any {
	if k == key("custom") {
		return "custom value"
	}
	return c.Context.Value(k)
}

// detached has a Done channel of its own.
type detached struct {
	context.Context
	done chan struct{}
	err  error
}

func (d *detached) Done() <-chan struct{} { return d.done }
func (d *detached) Err() error            { return d.err }

func state(name string, ctx context.Context) {
	select {
	case <-ctx.Done():
		fmt.Println(name, "done:", ctx.Err())
	default:
		fmt.Println(name, "alive", ctx.Err())
	}
}

func main() {
	root, cancelRoot := context.WithCancel(context.Background())
	defer cancelRoot()
	left, cancelLeft := context.WithCancel(root)
	right, cancelRight := context.WithTimeout(root, time.Hour)
	defer cancelRight()
	leaf := context.WithValue(custom{left}, key("k"), 42)
	deeper, cancelDeeper := context.WithCancel(leaf)
	defer cancelDeeper()

	fmt.Println(leaf.Value(key("k")), leaf.Value(key("custom")), leaf.Value("k"), deeper.Value(key("k")))
	cancelLeft()
	cancelLeft()
	state("root", root)
	state("left", left)
	state("right", right)
	state("leaf", leaf)
	state("deeper", deeper)
	_, hasDeadline := left.Deadline()
	deadline, ok := right.Deadline()
	fmt.Println(hasDeadline, ok, time.Until(deadline) > 59*time.Minute)

	late, cancelLate := context.WithCancel(deeper)
	state("born late", late)
	cancelLate()

	short, cancelShort := context.WithTimeout(right, 20*time.Millisecond)
	longer, cancelLonger := context.WithTimeout(short, time.Hour)
	defer cancelLonger()
	d1, _ := short.Deadline()
	d2, _ := longer.Deadline()
	fmt.Println("earlier deadline wins:", d1.Equal(d2))
	<-longer.Done()
	fmt.Println(short.Err(), longer.Err(), right.Err())
	fmt.Println(errors.Is(longer.Err(), context.DeadlineExceeded), longer.Err() == context.DeadlineExceeded)
	cancelShort()
	fmt.Println(short.Err())

	past, cancelPast := context.WithDeadline(root, time.Now().Add(-time.Second))
	state("past", past)
	cancelPast()
	fmt.Println(past.Err())

	parent := &detached{context.Background(), make(chan struct{}), nil}
	child, cancelChild := context.WithCancel(parent)
	defer cancelChild()
	parent.err = errors.New("detached gave up")
	close(parent.done)
	<-child.Done()
	fmt.Println("child of a foreign context:", child.Err())

	cancelRoot()
	state("root", root)
	state("right", right)
	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(context.DeadlineExceeded, &timeout), timeout.Timeout(), context.Canceled)
	fmt.Println(context.Background().Done() == nil, context.Background().Err(), context.TODO().Value(1))
	for _, f := range []func(){func() { context.WithValue(root, nil, 1) }, func() { context.WithValue(root, []int{}, 1) }, func() { context.WithCancel(nil) }, func() { context.WithValue(nil, 1, 1) }} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			f()
		}()
	}
}

// Output:
// 42 custom value <nil> 42
// root alive <nil>
// left done: context canceled
// right alive <nil>
// leaf done: context canceled
// deeper done: context canceled
// false true true
// born late done: context canceled
// earlier deadline wins: true
// context deadline exceeded context deadline exceeded <nil>
// true true
// context deadline exceeded
// past done: context deadline exceeded
// context deadline exceeded
// child of a foreign context: detached gave up
// root done: context canceled
// right done: context canceled
// true true context canceled
// true <nil> <nil>
// panic: nil key
// panic: key is not comparable
// panic: cannot create context from nil parent
// panic: cannot create context from nil parent
