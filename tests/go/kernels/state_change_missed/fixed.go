// gRPC: the state is looked at before the caller asks to be told of a change.
package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
)

type connState int32

const (
	idle connState = iota
	connecting
	ready
	shutdown
)

func (s connState) String() string {
	switch s {
	case idle:
		return "IDLE"
	case connecting:
		return "CONNECTING"
	case ready:
		return "READY"
	}
	return fmt.Sprintf("state(%d)", int32(s))
}

type stateManager struct {
	mu         sync.Mutex
	state      connState
	notifyChan chan struct{}
}

func (m *stateManager) update(s connState) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.state == shutdown || m.state == s {
		return
	}
	m.state = s
	if m.notifyChan != nil {
		close(m.notifyChan)
		m.notifyChan = nil
	}
}

func (m *stateManager) get() connState {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.state
}

func (m *stateManager) notify() <-chan struct{} {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.notifyChan == nil {
		m.notifyChan = make(chan struct{})
	}
	return m.notifyChan
}

type ClientConn struct {
	csMgr  stateManager
	ctx    context.Context
	cancel context.CancelFunc
	rpcs   atomic.Int64
	wg     sync.WaitGroup
}

func (cc *ClientConn) WaitForStateChange(ctx context.Context, source connState) bool {
	ch := cc.csMgr.notify()
	if cc.csMgr.get() != source {
		return true
	}
	select {
	case <-ctx.Done():
		return false
	case <-ch:
		return true
	}
}

func Dial(ctx context.Context) *ClientConn {
	cc := &ClientConn{}
	cc.ctx, cc.cancel = context.WithCancel(ctx)
	cc.wg.Add(1)
	go func() {
		defer cc.wg.Done()
		cc.csMgr.update(connecting)
		cc.csMgr.update(ready)
	}()
	return cc
}

func (cc *ClientConn) Invoke(method string) error {
	for {
		s := cc.csMgr.get()
		if s == ready {
			cc.rpcs.Add(1)
			return nil
		}
		if !cc.WaitForStateChange(cc.ctx, s) {
			return fmt.Errorf("%s: %w", method, cc.ctx.Err())
		}
	}
}

func (cc *ClientConn) Close() {
	cc.cancel()
	cc.csMgr.update(shutdown)
	cc.wg.Wait()
}

func main() {
	cc := Dial(context.Background())
	fmt.Println(cc.Invoke("/echo"), cc.rpcs.Load())
	fmt.Printf("%v %d\n", cc.csMgr.get(), cc.csMgr.get())
	cc.Close()
	fmt.Println(cc.csMgr.get())
}
