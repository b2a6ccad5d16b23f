// testing/synctest: the bubble's clock, durable blocking and Wait. (Go 1.25.)
package main

//gopark:go1.22

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestClock(t *testing.T) {
	for range 2 {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			fmt.Println(start.UTC())
			time.Sleep(24 * time.Hour)
			fmt.Println(time.Since(start))
		})
	}
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := false
		go func() {
			time.Sleep(time.Second)
			done = true
		}()
		synctest.Wait()
		fmt.Println(done)
		time.Sleep(time.Second)
		synctest.Wait()
		fmt.Println(done)
	})
}

func TestAfterFunc(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		called := false
		context.AfterFunc(ctx, func() { called = true })
		synctest.Wait()
		fmt.Println(called)
		cancel()
		synctest.Wait()
		fmt.Println(called)
	})
}

func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		time.Sleep(5*time.Second - time.Nanosecond)
		synctest.Wait()
		fmt.Println(ctx.Err())
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		fmt.Println(ctx.Err())
	})
}

func TestTimers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ticker := time.NewTicker(time.Minute)
		for range 3 {
			fmt.Print((<-ticker.C).Format("15:04 "))
		}
		ticker.Stop()
		timer := time.NewTimer(time.Hour)
		fmt.Println(timer.Stop(), timer.Reset(time.Hour), timer.Stop(), timer.Stop())
		timer.Reset(time.Second)
		time.Sleep(2 * time.Second)
		fmt.Println(timer.Stop(), len(timer.C))
		select {
		case <-timer.C:
			fmt.Println("stale")
		case <-time.After(time.Second):
			fmt.Println("after")
		}
	})
}

func TestDurable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var wg sync.WaitGroup
		var mu sync.Mutex
		cond := sync.NewCond(&mu)
		c, never := make(chan int), make(chan int)
		wg.Add(1)
		rest := 0
		for _, f := range []func(){
			func() { wg.Wait() },
			func() { mu.Lock(); cond.Wait(); mu.Unlock() },
			func() { c <- 1 },
			func() { <-c },
			func() {
				select {
				case <-never:
				case <-time.After(time.Hour):
				}
			},
		} {
			go func() {
				f()
				mu.Lock()
				rest++
				mu.Unlock()
			}()
		}
		synctest.Wait()
		fmt.Println(rest)
		wg.Done()
		cond.Broadcast()
		synctest.Wait()
		fmt.Println(rest)
		time.Sleep(time.Hour)
		synctest.Wait()
		fmt.Println(rest)
	})
}

func TestFails(t *testing.T) {
	t.Log("outside")
	synctest.Test(t, func(t *testing.T) {
		t.Cleanup(func() { fmt.Println("cleanup") })
		t.Log("inside")
		t.Fatal("fails")
	})
	fmt.Println("not reached")
}

// Exit: 1

// Output:
// 2000-01-01 00:00:00 +0000 UTC
// 24h0m0s
// 2000-01-01 00:00:00 +0000 UTC
// 24h0m0s
// false
// true
// false
// true
// <nil>
// context deadline exceeded
// 00:01 00:02 00:03 true false true false
// true 0
// after
// 2
// 4
// 5
// cleanup
// --- FAIL: TestFails (0.00s)
//     synctest_test.go:128: outside
//     synctest_test.go:131: inside
//     synctest_test.go:132: fails
// FAIL
