// Docker's container wait: the caller stops listening when its context is done, and the goroutine
// that waits for the exit status has nobody to hand it to.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type exitStatus struct {
	code int
	err  error
}

type daemon interface {
	wait(id string) exitStatus
}

type slowDaemon struct{ takes time.Duration }

func (d slowDaemon) wait(id string) exitStatus {
	time.Sleep(d.takes)
	if id == "" {
		return exitStatus{err: errors.New("no such container")}
	}
	return exitStatus{code: 0}
}

type client struct{ daemon daemon }

func (c *client) containerWait(ctx context.Context, id string) (<-chan exitStatus, <-chan error) {
	resultC := make(chan exitStatus)
	errC := make(chan error)
	go func() {
		status := c.daemon.wait(id)
		if status.err != nil {
			errC <- status.err
			return
		}
		resultC <- status // BUG leaked "chan send"
	}()
	return resultC, errC
}

func (c *client) runOnce(id string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	resultC, errC := c.containerWait(ctx, id)
	select {
	case status := <-resultC:
		fmt.Println("exited with", status.code)
		return nil
	case err := <-errC:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	c := &client{daemon: slowDaemon{takes: 20 * time.Millisecond}}
	fmt.Println(c.runOnce("web"))
	time.Sleep(50 * time.Millisecond)
}
