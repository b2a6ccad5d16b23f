package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func save(ctx context.Context, record int) error {
	if record == 2 {
		return errors.New("the disk is full")
	}
	return ctx.Err()
}

func Import() error {
	group, ctx := errgroup.WithContext(context.Background())
	records := make(chan int)
	group.Go(func() error {
		defer close(records)
		for record := 1; record <= 3; record++ {
			records <- record
		}
		return nil
	})
	group.Go(func() error {
		for record := range records {
			if err := save(ctx, record); err != nil {
				return err
			}
		}
		return nil
	})
	return group.Wait()
}

func Example() {
	answer := make(chan error, 1)
	go func() { answer <- Import() }()
	select {
	case err := <-answer:
		fmt.Println("import:", err)
	case <-time.After(time.Millisecond):
		fmt.Println("import: no answer")
	}
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
