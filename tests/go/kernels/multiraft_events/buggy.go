// CockroachDB's MultiRaft: the state loop sends an event to its user, who is just sending a request
// to the state loop.
package main

import "fmt"

type eventLeader struct{ node int }

type request struct {
	op   func(m *multiRaft)
	done chan struct{}
}

type multiRaft struct {
	requests chan request
	events   chan interface{}
	stopper  chan struct{}
	groups   map[int]bool
}

func newMultiRaft() *multiRaft {
	return &multiRaft{
		requests: make(chan request),
		events:   make(chan interface{}),
		stopper:  make(chan struct{}),
		groups:   make(map[int]bool),
	}
}

func (m *multiRaft) start() {
	for {
		select {
		case r := <-m.requests:
			r.op(m)
			close(r.done)
		case <-m.stopper:
			return
		}
	}
}

func (m *multiRaft) createGroup(id int) {
	r := request{done: make(chan struct{})}
	r.op = func(m *multiRaft) {
		m.groups[id] = true
		m.sendEvent(eventLeader{node: id})
	}
	m.requests <- r
	<-r.done // BUG deadlock "chan receive"
}

func (m *multiRaft) sendEvent(event interface{}) {
	m.events <- event // BUG deadlock "chan send"
}

func (m *multiRaft) consume(n int) {
	for i := 0; i < n; i++ {
		event := <-m.events
		switch e := event.(type) {
		case eventLeader:
			if e.node < 2 {
				m.createGroup(e.node + 1)
			}
			fmt.Println("leader", e.node)
		default:
			fmt.Println("unknown event", e)
		}
	}
}

func main() {
	m := newMultiRaft()
	go m.start()
	go m.createGroup(1)
	m.consume(2)
	close(m.stopper)
}
