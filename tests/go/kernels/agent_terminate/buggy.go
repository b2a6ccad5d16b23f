// Istio's proxy agent: the proxies report their end on an unbuffered channel, and the agent that
// was cancelled does not read it any more.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type exitStatus struct {
	epoch int
	err   error
}

type proxy interface {
	run(config string, epoch int, abort <-chan error) error
}

type envoy struct{}

func (envoy) run(config string, epoch int, abort <-chan error) error {
	select {
	case err := <-abort:
		return err
	case <-time.After(time.Duration(10*(epoch+1)) * time.Millisecond):
		return errors.New("exited by itself")
	}
}

type agent struct {
	proxy    proxy
	statusCh chan exitStatus
	abortCh  map[int]chan error
}

func newAgent(p proxy) *agent {
	return &agent{proxy: p, statusCh: make(chan exitStatus), abortCh: make(map[int]chan error)}
}

func (a *agent) start(config string) {
	epoch := len(a.abortCh)
	abort := make(chan error, 1)
	a.abortCh[epoch] = abort
	go func() {
		err := a.proxy.run(config, epoch, abort)
		a.statusCh <- exitStatus{epoch: epoch, err: err} // BUG leaked "chan send"
	}()
}

func (a *agent) run(ctx context.Context) {
	for {
		select {
		case status := <-a.statusCh:
			delete(a.abortCh, status.epoch)
			fmt.Println("epoch", status.epoch, status.err)
		case <-ctx.Done():
			a.terminate()
			return
		}
	}
}

func (a *agent) terminate() {
	for _, abort := range a.abortCh {
		abort <- errors.New("aborted")
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Millisecond)
	defer cancel()
	a := newAgent(envoy{})
	a.start("v1")
	a.start("v2")
	a.run(ctx)
	time.Sleep(50 * time.Millisecond)
}
