// PROVED
//
// Nobody sees the time in a log's line: a loop of ticks that logs comes to a state again.
package main

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"time"
)

type counting struct {
	slog.Handler
	mu sync.Mutex
	n  map[slog.Level]int
}

func (c *counting) Handle(ctx context.Context, r slog.Record) error {
	c.mu.Lock()
	c.n[r.Level]++
	c.mu.Unlock()
	return c.Handler.Handle(ctx, r)
}

func main() {
	c := &counting{Handler: slog.NewTextHandler(os.Stderr, nil), n: map[slog.Level]int{}}
	_ = slog.New(c).With("app", "x")
	j := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slog.Info("worker", "id", i)
			j.Warn("json", "id", i)
			time.Sleep(time.Second)
			slog.Error("done", "id", i)
		}()
	}
	wg.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	t := time.NewTicker(100 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			slog.Info("tick")
		case <-ctx.Done():
			return
		}
	}
}
