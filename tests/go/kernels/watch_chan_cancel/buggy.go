// Kubernetes' etcd watch: an error is reported on a channel that is read once, and the processing
// loop that is then cancelled wants to report one as well.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type event struct {
	key     string
	deleted bool
}

type watchChan struct {
	ctx        context.Context
	cancel     context.CancelFunc
	incoming   chan event
	resultChan chan event
	errChan    chan error
}

func newWatchChan(ctx context.Context) *watchChan {
	wc := &watchChan{
		incoming:   make(chan event, 1),
		resultChan: make(chan event, 1),
		errChan:    make(chan error),
	}
	wc.ctx, wc.cancel = context.WithCancel(ctx)
	return wc
}

func (wc *watchChan) run(events []event) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		wc.startWatching(events)
	}()
	go func() {
		defer wg.Done()
		wc.processEvents()
	}()
	select {
	case err := <-wc.errChan:
		fmt.Println("watch:", err)
	case <-wc.ctx.Done():
	}
	wc.cancel()
	wg.Wait() // BUG deadlock "sync.WaitGroup.Wait"
	close(wc.resultChan)
}

func (wc *watchChan) sendError(err error) {
	wc.errChan <- err // BUG deadlock "chan send"
}

func (wc *watchChan) startWatching(events []event) {
	for _, e := range events {
		select {
		case wc.incoming <- e:
		case <-wc.ctx.Done():
			return
		}
	}
	wc.sendError(errors.New("connection lost"))
}

func (wc *watchChan) processEvents() {
	for {
		select {
		case e := <-wc.incoming:
			if e.deleted {
				wc.sendError(errors.New("event for " + e.key + " is too old"))
				return
			}
			wc.resultChan <- e
		case <-wc.ctx.Done():
			return
		}
	}
}

func main() {
	wc := newWatchChan(context.Background())
	wc.run([]event{{key: "a"}, {key: "b", deleted: true}})
}
