// Packages errgroup, semaphore and singleflight of golang.org/x/sync.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
)

func groups() {
	group, ctx := errgroup.WithContext(context.Background())
	group.SetLimit(2)
	fmt.Println(group.TryGo(func() error { return nil }))
	for i := 1; i <= 3; i++ {
		i := i
		group.Go(func() error {
			select {
			case <-time.After(time.Duration(i) * time.Millisecond):
				return fmt.Errorf("error %d", i)
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	fmt.Println(group.Wait(), ctx.Err())
	var plain errgroup.Group
	plain.Go(func() error { return nil })
	fmt.Println(plain.Wait())
	plain.SetLimit(1)
	release := make(chan bool)
	plain.Go(func() error { <-release; return nil })
	fmt.Println(plain.TryGo(func() error { return errors.New("no") }))
	func() {
		defer func() { fmt.Println(recover()) }()
		plain.SetLimit(2)
	}()
	close(release)
	fmt.Println(plain.Wait())
}

func semaphores() {
	s := semaphore.NewWeighted(3)
	fmt.Println(s.TryAcquire(2), s.TryAcquire(2))
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	fmt.Println(s.Acquire(ctx, 2))
	done := make(chan error)
	go func() { done <- s.Acquire(context.Background(), 3) }()
	time.Sleep(time.Millisecond)
	fmt.Println(s.TryAcquire(1))
	s.Release(2)
	fmt.Println(<-done)
	func() {
		defer func() { fmt.Println(recover()) }()
		s.Release(4)
	}()
}

func flights() {
	var flight singleflight.Group
	calls := 0
	results := make(chan string)
	for i := 0; i < 3; i++ {
		go func() {
			v, err, shared := flight.Do("key", func() (interface{}, error) {
				calls++
				time.Sleep(10 * time.Millisecond)
				return calls, nil
			})
			results <- fmt.Sprint(v, " ", err, " ", shared)
		}()
	}
	for i := 0; i < 3; i++ {
		fmt.Println(<-results)
	}
	r := <-flight.DoChan("other", func() (interface{}, error) { return nil, errors.New("failed") })
	fmt.Println(r.Val, r.Err, r.Shared)
	flight.Forget("other")
}

func main() {
	groups()
	semaphores()
	flights()
}

// Output:
// true
// error 1 context canceled
// <nil>
// false
// errgroup: modify limit while 1 goroutines in the group are still active
// <nil>
// true false
// context deadline exceeded
// false
// <nil>
// semaphore: released more than held
// 1 <nil> true
// 1 <nil> true
// 1 <nil> true
// <nil> failed false
