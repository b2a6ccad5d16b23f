// gRPC's dial: with a blocking dial, the goroutine that makes the connection goes on to announce it
// after the caller's context has ended.
package main

import (
	"context"
	"fmt"
	"time"
)

type dialOptions struct {
	block   bool
	latency time.Duration
}

type dialOption func(*dialOptions)

func withBlock() dialOption { return func(o *dialOptions) { o.block = true } }

func withLatency(d time.Duration) dialOption { return func(o *dialOptions) { o.latency = d } }

type addrConn struct {
	addr  string
	state string
}

type clientConn struct {
	opts   dialOptions
	conns  map[string]*addrConn
	cancel context.CancelFunc
}

func (cc *clientConn) newAddrConn(ctx context.Context, addr string) (*addrConn, error) {
	timer := time.NewTimer(cc.opts.latency)
	defer timer.Stop()
	select {
	case <-timer.C:
		return &addrConn{addr: addr, state: "ready"}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func dialContext(ctx context.Context, target string, opts ...dialOption) (*clientConn, error) {
	cc := &clientConn{conns: make(map[string]*addrConn)}
	for _, opt := range opts {
		opt(&cc.opts)
	}
	background, cancel := context.WithCancel(context.Background())
	cc.cancel = cancel
	waitC := make(chan error, 1)
	go func() {
		_, err := cc.newAddrConn(background, target)
		waitC <- err
	}()
	if !cc.opts.block {
		return cc, <-waitC
	}
	select {
	case <-ctx.Done():
		cc.cancel()
		return nil, ctx.Err()
	case err := <-waitC:
		return cc, err
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	_, err := dialContext(ctx, "example:80", withBlock(), withLatency(50*time.Millisecond))
	fmt.Println(err)
	time.Sleep(20 * time.Millisecond)
}
