// Docker's log follower: the reader waits on a condition for more lines; closing the log notifies
// the watchers and not the condition.
package main

import (
	"fmt"
	"sync"
)

type logWatcher struct {
	msg           chan string
	closeOnce     sync.Once
	closeNotifier chan struct{}
}

func newLogWatcher() *logWatcher {
	return &logWatcher{msg: make(chan string, 1), closeNotifier: make(chan struct{})}
}

func (w *logWatcher) close() {
	w.closeOnce.Do(func() { close(w.closeNotifier) })
}

func (w *logWatcher) isClosed() bool {
	select {
	case <-w.closeNotifier:
		return true
	default:
		return false
	}
}

type jsonFileLogger struct {
	mu      sync.Mutex
	more    *sync.Cond
	lines   []string
	readers map[*logWatcher]bool
}

func newLogger() *jsonFileLogger {
	l := &jsonFileLogger{readers: make(map[*logWatcher]bool)}
	l.more = sync.NewCond(&l.mu)
	return l
}

func (l *jsonFileLogger) log(line string) {
	l.mu.Lock()
	l.lines = append(l.lines, line)
	l.more.Signal()
	l.mu.Unlock()
}

func (l *jsonFileLogger) followLogs(w *logWatcher) {
	defer close(w.msg)
	for read := 0; ; read++ {
		l.mu.Lock()
		for read >= len(l.lines) && !w.isClosed() {
			l.more.Wait() // BUG deadlock "sync.Cond.Wait"
		}
		if w.isClosed() {
			l.mu.Unlock()
			return
		}
		line := l.lines[read]
		l.mu.Unlock()
		w.msg <- line
	}
}

func (l *jsonFileLogger) Close() {
	l.mu.Lock()
	for w := range l.readers {
		w.close()
		delete(l.readers, w)
	}
	l.mu.Unlock()
}

func main() {
	l, w := newLogger(), newLogWatcher()
	l.readers[w] = true
	go l.followLogs(w)
	l.log("started")
	fmt.Println(<-w.msg)
	l.Close()
	for range w.msg { // BUG deadlock "chan receive"
	}
}
