// PROVED

// Each task has a context of its own with a timeout: making one and cancelling it are one operation each.
package main

import (
	"context"
	"sync"
	"time"
)

type job struct{ id int }

func process(ctx context.Context, j job) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
		return nil
	}
}

func worker(ctx context.Context, jobs <-chan job, errs chan<- error, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		taskCtx, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
		err := process(taskCtx, j)
		cancel()
		if err != nil {
			errs <- err
		}
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	jobs := make(chan job, 4)
	errs := make(chan error, 4)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go worker(ctx, jobs, errs, &wg)
	}
	for i := 0; i < 3; i++ {
		jobs <- job{i}
	}
	close(jobs)
	wg.Wait()
	close(errs)
	for range errs {
	}
}
