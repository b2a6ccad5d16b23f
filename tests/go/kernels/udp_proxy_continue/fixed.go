// Docker's port proxy: a backend that cannot be dialled is skipped with `continue`, and the table of
// connections stays locked for the next packet.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type packet struct {
	from string
	body string
}

type backend interface {
	dial(client string) (*proxyConn, error)
}

type flakyBackend struct{ refused map[string]bool }

func (b flakyBackend) dial(client string) (*proxyConn, error) {
	if b.refused[client] {
		return nil, errors.New("connection refused")
	}
	return &proxyConn{client: client}, nil
}

type proxyConn struct {
	client string
	bytes  int
}

type udpProxy struct {
	backend   backend
	connsLock sync.Mutex
	conns     map[string]*proxyConn
}

func (p *udpProxy) run(packets <-chan packet, done chan<- struct{}) {
	defer close(done)
	for in := range packets {
		p.connsLock.Lock()
		conn, hit := p.conns[in.from]
		if !hit {
			var err error
			conn, err = p.backend.dial(in.from)
			if err != nil {
				fmt.Printf("can't proxy to %s: %v\n", in.from, err)
				p.connsLock.Unlock()
				continue
			}
			p.conns[in.from] = conn
		}
		p.connsLock.Unlock()
		conn.bytes += len(in.body)
	}
}

func main() {
	proxy := &udpProxy{
		backend: flakyBackend{refused: map[string]bool{"10.0.0.2": true}},
		conns:   make(map[string]*proxyConn),
	}
	packets := make(chan packet, 3)
	done := make(chan struct{})
	go proxy.run(packets, done)
	for _, from := range []string{"10.0.0.1", "10.0.0.2", "10.0.0.1"} {
		packets <- packet{from: from, body: "ping"}
	}
	close(packets)
	<-done
}
