// CockroachDB's restore: split and scatter hands ready ranges to the importer; when the importer
// gives up, the splitter goes on sending.
package main

import (
	"context"
	"errors"
	"fmt"
)

type importEntry struct{ start, end string }

type splitter struct {
	entries []importEntry
	limit   int
}

func (s *splitter) splitAndScatter(ctx context.Context, ready chan<- importEntry) error {
	for _, entry := range s.entries {
		select {
		case ready <- entry:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	close(ready)
	return ctx.Err()
}

func restore(ctx context.Context, s *splitter) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ready := make(chan importEntry, s.limit)
	splitErr := make(chan error, 1)
	go func() {
		splitErr <- s.splitAndScatter(ctx, ready)
	}()
	for entry := range ready {
		if err := importRange(entry); err != nil {
			return err
		}
	}
	return <-splitErr
}

func importRange(entry importEntry) error {
	if entry.start == "b" {
		return errors.New("import of " + entry.start + ": node is draining")
	}
	return nil
}

func main() {
	s := &splitter{limit: 1}
	for _, key := range []string{"a", "b", "c", "d"} {
		s.entries = append(s.entries, importEntry{start: key, end: key + "z"})
	}
	fmt.Println(restore(context.Background(), s))
}
