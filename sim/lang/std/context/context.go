// Package context follows Go 1.22's package context, with sections in place of its mutexes. What is
// written before `done` is closed is read without one by whoever has seen that it is.
//
//gopark:quiet
package context

import (
	"errors"
	"internal/reflectlite"
	"internal/section"
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
	guard      section.Guard
	done       chan struct{}
	in         *cancelCtx // the one among whose children it is
	children   map[canceler]struct{}
	err, cause error
	timer      *time.Timer // of a timerCtx
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

func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelAs(c, removeFromParent, err, cause)
}

// cancelAs may be called by several goroutines: the first closes done, and each returns only when
// the children are cancelled too. `self`, which c is a part of, leaves its parent's set after that,
// so that all of them help.
func (c *cancelCtx) cancelAs(self canceler, removeFromParent bool, err, cause error) {
	if err == nil {
		panic("context: internal error: missing cancel error")
	}
	if cause == nil {
		cause = err
	}
	var parents *section.Guard
	if c.in != nil {
		parents = &c.in.guard
	}
	c.guard.BeginWith(parents, c.done)
	first := c.err == nil
	if first {
		c.err, c.cause = err, cause
		close(c.done)
	}
	timer := c.timer
	c.timer = nil
	child, more := c.someChild()
	leaves := c.in != nil && child == nil
	if leaves {
		delete(c.in.children, self)
	}
	c.guard.End(first)
	for child != nil {
		child.cancel(false, c.err, c.cause)
		child = nil
		if more {
			c.guard.Begin()
			child, more = c.someChild()
			c.guard.End(false)
		}
	}
	if c.in != nil && !leaves {
		parents.Begin()
		delete(c.in.children, self)
		parents.End(true)
	}
	if s, ok := c.Context.(stopCtx); ok && removeFromParent {
		s.stop()
	}
	if timer != nil {
		timer.Stop()
	}
}

// someChild is one that is not cancelled, in any order, and whether there are more.
func (c *cancelCtx) someChild() (child canceler, more bool) {
	for child = range c.children {
		break
	}
	return child, len(c.children) > 1
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

type afterFuncer interface{ AfterFunc(func()) func() bool }

type stopCtx struct {
	Context
	stop func() bool
}

// propagateCancel puts child into the parent's set, unless the parent is done.
func (c *cancelCtx) propagateCancel(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	if p, ok := parentCancelCtx(parent); ok {
		p.guard.Begin()
		isDone := p.err != nil
		if !isDone {
			if p.children == nil {
				p.children = map[canceler]struct{}{}
			}
			p.children[child] = struct{}{}
			c.in = p
		}
		p.guard.End(!isDone)
		if isDone {
			child.cancel(false, p.err, p.cause)
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
	deadline time.Time
}

// Who asks for the deadline asks for the clock: it is there that a search must know of it.
func (c *timerCtx) Deadline() (deadline time.Time, ok bool) {
	time.Now()
	return c.deadline, true
}

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelAs(c, removeFromParent, err, cause)
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
	c.guard.Begin()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	c.guard.End(c.timer != nil)
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

// first tells whether f was neither stopped nor started, and that it is now.
func (a *afterFuncCtx) first(starts bool) bool {
	a.guard.Begin()
	first := !a.stopped
	a.stopped = true
	if first && starts {
		go a.f()
	}
	a.guard.End(first)
	return first
}

// Nobody sees a.done but who waits for the end of f's chance to run.
func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.first(true)
	a.cancelAs(a, removeFromParent, err, cause)
}

func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{cancelCtx: cancelCtx{done: make(chan struct{})}, f: f}
	a.propagateCancel(ctx, a)
	return func() bool {
		first := a.first(false)
		if first {
			a.cancelAs(a, true, Canceled, nil)
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
