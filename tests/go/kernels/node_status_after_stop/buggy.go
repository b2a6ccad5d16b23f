// etcd's raft node: asking for the status sends a channel to the node's loop, and a node that has
// been stopped takes none.
package main

import (
	"fmt"
	"time"
)

type status struct {
	term uint64
	lead uint64
}

type node struct {
	propc  chan []byte
	status chan chan status
	stop   chan struct{}
	done   chan struct{}
}

func newNode() *node {
	return &node{
		propc:  make(chan []byte),
		status: make(chan chan status),
		stop:   make(chan struct{}),
		done:   make(chan struct{}),
	}
}

func (n *node) run() {
	st := status{term: 1, lead: 1}
	for {
		select {
		case <-n.propc:
			if st.term < 3 {
				st.term++
			}
		case c := <-n.status:
			c <- st
		case <-n.stop:
			close(n.done)
			return
		}
	}
}

func (n *node) Status() status {
	c := make(chan status)
	n.status <- c // BUG leaked "chan send"
	return <-c
}

func (n *node) Stop() {
	select {
	case n.stop <- struct{}{}:
	case <-n.done:
		return
	}
	<-n.done
}

func publish(n *node) {
	go func() {
		fmt.Println(n.Status().lead < 2)
	}()
}

func main() {
	n := newNode()
	go n.run()
	n.propc <- []byte("x")
	publish(n)
	n.Stop()
	time.Sleep(time.Millisecond)
}
