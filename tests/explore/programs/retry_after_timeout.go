// PROVED

// A call with a timeout of its own, tried again after a while, all within a deadline.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

var errTemporary = errors.New("temporary")

type Client struct {
	mu       sync.Mutex
	failures int
}

func (c *Client) call() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.failures > 0 {
		c.failures--
		return errTemporary
	}
	return nil
}

func (c *Client) callWithTimeout(ctx context.Context, d time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	result := make(chan error, 1)
	go func() {
		result <- c.call()
	}()
	select {
	case err := <-result:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *Client) Do(ctx context.Context) error {
	backoff := 10 * time.Millisecond
	var err error
	for attempt := 0; attempt < 2; attempt++ {
		if err = c.callWithTimeout(ctx, 50*time.Millisecond); err == nil {
			return nil
		}
		timer := time.NewTimer(backoff)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
		backoff *= 2
	}
	return fmt.Errorf("gave up: %w", err)
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	c := &Client{failures: 1}
	fmt.Println(c.Do(ctx))
}
