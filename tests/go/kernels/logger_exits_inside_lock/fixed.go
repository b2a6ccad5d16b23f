// CockroachDB's logger: writing an entry fails, and the exit function that it calls under the lock
// wants to flush, with the same lock.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type sink interface {
	write(line string) error
}

type smallDisk struct{ room int }

func (d *smallDisk) write(line string) error {
	if d.room < len(line) {
		return errors.New("no space left on device")
	}
	d.room -= len(line)
	return nil
}

type loggingT struct {
	mu       sync.Mutex
	out      sink
	exitFunc func(error)
	buffered []string
}

func (l *loggingT) outputEntry(text string) {
	l.mu.Lock()
	err := l.out.write(text)
	if err == nil {
		l.buffered = append(l.buffered, text)
	}
	l.mu.Unlock()
	if err != nil {
		l.exit(err)
	}
}

func (l *loggingT) exit(err error) {
	l.mu.Lock()
	l.buffered = nil
	l.mu.Unlock()
	l.exitFunc(err)
}

func main() {
	fatal := make(chan error, 1)
	l := &loggingT{out: &smallDisk{room: 8}, exitFunc: func(err error) { fatal <- err }}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := 0; i < 2; i++ {
			l.outputEntry(fmt.Sprintf("entry %d", i))
		}
	}()
	<-done
	select {
	case err := <-fatal:
		fmt.Println("fatal:", err)
	default:
	}
}
