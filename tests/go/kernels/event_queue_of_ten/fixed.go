// Kubernetes' scheduler cache test helper: events go through a buffered channel that is as long as
// somebody guessed; the acceptor stops early and the producer is one event too long.
package main

import (
	"fmt"
	"sync"
)

type event struct {
	kind string
	key  string
}

type acceptor interface {
	accept(e event) bool
}

type onlyAdds struct{ seen int }

func (a *onlyAdds) accept(e event) bool {
	a.seen++
	return e.kind == "add"
}

type reflector struct {
	queue chan event
	wg    sync.WaitGroup
}

func (r *reflector) list(events []event) {
	r.wg.Add(1)
	go func() {
		defer r.wg.Done()
		for _, e := range events {
			r.queue <- e
		}
		close(r.queue)
	}()
}

func (r *reflector) handle(a acceptor) (accepted int) {
	for e := range r.queue {
		if a.accept(e) {
			accepted++
		}
	}
	return accepted
}

func main() {
	r := &reflector{queue: make(chan event, 2)}
	var events []event
	for i := 0; i < 5; i++ {
		kind := "add"
		if i == 1 {
			kind = "delete"
		}
		events = append(events, event{kind: kind, key: fmt.Sprint("pod-", i)})
	}
	r.list(events)
	fmt.Println("accepted", r.handle(&onlyAdds{}))
	r.wg.Wait()
}
