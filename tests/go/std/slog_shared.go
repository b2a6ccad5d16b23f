// Goroutines that share a logger, a handler of their own around it, and the default logger's settings.
package main

//gopark:go1.22

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
)

// traced adds what the context carries, as services do.
type traced struct{ slog.Handler }

type traceKey struct{}

func (h traced) Handle(ctx context.Context, r slog.Record) error {
	if id, ok := ctx.Value(traceKey{}).(int); ok {
		r.AddAttrs(slog.Int("trace", id))
	}
	return h.Handler.Handle(ctx, r)
}

func (h traced) WithAttrs(as []slog.Attr) slog.Handler { return traced{h.Handler.WithAttrs(as)} }

func main() {
	var out bytes.Buffer
	level := new(slog.LevelVar)
	opts := &slog.HandlerOptions{Level: level, ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}
	l := slog.New(traced{slog.NewTextHandler(&out, opts)})
	slog.SetDefault(l)
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			ctx := context.WithValue(context.Background(), traceKey{}, i)
			l.With("worker", i).InfoContext(ctx, "starts")
			slog.DebugContext(ctx, "not shown")
			slog.Info("done")
		}(i)
	}
	wg.Wait()
	level.Set(slog.LevelDebug)
	slog.Debug("shown", slog.Group("g", "a", 1))
	lines := strings.Split(out.String(), "\n")
	starts := 0
	for i := 0; i < 4; i++ {
		starts += strings.Count(out.String(), fmt.Sprintf("level=INFO msg=starts worker=%d trace=%d\n", i, i))
	}
	fmt.Println(len(lines), starts, strings.Count(out.String(), "level=INFO msg=done\n"), lines[8])
}

// Output:
// 10 4 4 level=DEBUG msg=shown g.a=1
