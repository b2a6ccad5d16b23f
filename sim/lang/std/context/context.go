// Package context follows Go 1.22's package context, without its mutexes. What makes it safe instead:
// a cancellation happens at the instant when `done` is closed, and whoever asks about it looks at
// `done` first, which is a visible operation. So every schedule sees what Go's locks allow.
//
//gopark:quiet
package context

import (
	"errors"
	"internal/reflectlite"
	"time"
)

type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

var Canceled = errors.New("context canceled")

var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

type CancelFunc func()
type CancelCauseFunc func(cause error)

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

func Background() Context { return backgroundCtx{} }
func TODO() Context       { return todoCtx{} }

type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	Done() <-chan struct{}
}

type cancelCtx struct {
	Context
	done       chan struct{}
	children   map[canceler]struct{}
	err, cause error
}

var cancelCtxKey int

func (c *cancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return c
	}
	return c.Context.Value(key)
}

func (c *cancelCtx) Done() <-chan struct{} { return c.done }

func isClosed(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

func (c *cancelCtx) Err() error {
	if isClosed(c.done) {
		return c.err
	}
	return nil
}

// cancel may be called by several goroutines: the first closes done, and each returns only when the
// children are cancelled too. A child leaves the set after that, so that all of them help.
func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if err == nil {
		panic("context: internal error: missing cancel error")
	}
	if c.err == nil {
		c.err = err
		if cause == nil {
			cause = err
		}
		c.cause = cause
		close(c.done)
	} else {
		<-c.done
	}
	for len(c.children) > 0 {
		for child := range c.children {
			child.cancel(false, c.err, c.cause)
			delete(c.children, child)
		}
	}
	if removeFromParent {
		removeChild(c.Context, c)
	}
}

// parentCancelCtx is the innermost cancelCtx around parent, unless a type of somebody else, with a
// Done of its own, stands in between.
func parentCancelCtx(parent Context) (*cancelCtx, bool) {
	done := parent.Done()
	if done == nil {
		return nil, false
	}
	p, ok := parent.Value(&cancelCtxKey).(*cancelCtx)
	if !ok || p.done != done {
		return nil, false
	}
	return p, true
}

func removeChild(parent Context, child canceler) {
	if s, ok := parent.(stopCtx); ok {
		s.stop()
		return
	}
	if p, ok := parentCancelCtx(parent); ok {
		delete(p.children, child)
	}
}

type afterFuncer interface{ AfterFunc(func()) func() bool }

type stopCtx struct {
	Context
	stop func() bool
}

// propagateCancel puts child into the parent's set before it looks whether the parent is done, so
// that a cancellation in between is not missed.
func (c *cancelCtx) propagateCancel(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	if p, ok := parentCancelCtx(parent); ok {
		if p.children == nil {
			p.children = map[canceler]struct{}{}
		}
		p.children[child] = struct{}{}
		if isClosed(done) {
			child.cancel(false, p.err, p.cause)
			delete(p.children, child)
		}
		return
	}
	if isClosed(done) {
		child.cancel(false, parent.Err(), Cause(parent))
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		c.Context = stopCtx{parent, a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })}
		return
	}
	go func() {
		select {
		case <-done:
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

func withCancel(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{done: make(chan struct{})}
	c.propagateCancel(parent, c)
	return c
}

func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

func Cause(c Context) error {
	if cc, ok := c.Value(&cancelCtxKey).(*cancelCtx); ok {
		if isClosed(cc.done) {
			return cc.cause
		}
		return nil
	}
	return c.Err()
}

type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

// Who asks for the deadline asks for the clock: it is there that a search must know of it.
func (c *timerCtx) Deadline() (deadline time.Time, ok bool) {
	time.Now()
	return c.deadline, true
}

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(c.cancelCtx.Context, c)
	}
	if timer := c.timer; timer != nil {
		c.timer = nil
		timer.Stop()
	}
}

func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	return withTimer(parent, d, time.Until(d), cause)
}

// withTimer: the deadline d comes after `left`.
func withTimer(parent Context, d time.Time, left time.Duration, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if current, ok := parent.Deadline(); ok && current.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{cancelCtx: cancelCtx{done: make(chan struct{})}, deadline: d}
	c.propagateCancel(parent, c)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	if c.err == nil {
		timer := time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
		if c.err == nil {
			c.timer = timer
		} else {
			timer.Stop()
		}
	}
	return c, func() { c.cancel(true, Canceled, nil) }
}

// dueIn is for deadlines alone: they are no part of a state in which nobody will ask for one.
func dueIn(d time.Duration) time.Time { return time.Now().Add(d) }

func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return withTimer(parent, dueIn(timeout), timeout, nil)
}

func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return withTimer(parent, dueIn(timeout), timeout, cause)
}

type afterFuncCtx struct {
	cancelCtx
	stopped bool
	f       func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(false, err, cause)
	if removeFromParent {
		removeChild(a.Context, a)
	}
	if !a.stopped {
		a.stopped = true
		go a.f()
	}
}

func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{cancelCtx: cancelCtx{done: make(chan struct{})}, f: f}
	a.propagateCancel(ctx, a)
	return func() bool {
		first := !a.stopped
		a.stopped = true
		if first {
			a.cancel(true, Canceled, nil)
		}
		return first
	}
}

type withoutCancelCtx struct{ c Context }

func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any {
	if key == &cancelCtxKey {
		return nil
	}
	return c.c.Value(key)
}

type valueCtx struct {
	Context
	key, val any
}

func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !reflectlite.Comparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return c.Context.Value(key)
}

// How contexts print.

type stringer interface{ String() string }

func contextName(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return reflectlite.TypeName(c)
}

func stringify(v any) string {
	switch s := v.(type) {
	case stringer:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return reflectlite.TypeName(v)
}

func (c *cancelCtx) String() string { return contextName(c.Context) + ".WithCancel" }

func (c *timerCtx) String() string {
	return contextName(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" +
		time.Until(c.deadline).String() + "])"
}

func (c withoutCancelCtx) String() string { return contextName(c.c) + ".WithoutCancel" }

func (c *valueCtx) String() string {
	return contextName(c.Context) + ".WithValue(" + stringify(c.key) + ", " + stringify(c.val) + ")"
}
