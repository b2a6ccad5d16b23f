// Three stages, a fan-out and a merge, with cancellation.
package main

import (
	"context"
	"fmt"
	"sync"
)

func source(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func square(ctx context.Context, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			select {
			case out <- v * v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func merge(cs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan int) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	s := source(ctx)
	merged := merge(square(ctx, s), square(ctx, s))
	seen := map[int]bool{}
	for v := range merged {
		seen[v] = true
		if len(seen) == 10 {
			cancel()
			break
		}
	}
	for range merged {
	}
	ok := len(seen) == 10
	for v := range seen {
		r := 0
		for r*r < v {
			r++
		}
		ok = ok && r*r == v
	}
	fmt.Println(ok, ctx.Err())
}

// Output:
// true context canceled
