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
	timed      bool        // while it has one that runs
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
	c.guard.BeginTimed(parents, c.done, &c.timed)
	first := c.err == nil
	if first {
		c.err, c.cause = err, cause
		close(c.done)
	}
	// Go stops the timer later. If it fires before that, it cancels what is cancelled, as it does when
	// it has fired just before this section.
	if c.timer != nil {
		c.timer.Stop()
		c.timer, c.timed = nil, false
	}
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

// propagateCancel puts c, as the child that start names, into the parent's set, unless the parent is
// done. `start`, if there is one, starts c's timer in the same section, unless c is cancelled by then:
// in between only the parent could cancel it, and that stops the timer.
func (c *cancelCtx) propagateCancel(parent Context, child canceler, start func(canceled bool) canceler) {
	c.Context = parent
	done := parent.Done()
	p, ok := (*cancelCtx)(nil), false
	if done != nil {
		p, ok = parentCancelCtx(parent)
	}
	if !ok {
		if done != nil {
			c.propagateForeign(parent, child)
		}
		if start != nil {
			c.guard.BeginTimed(nil, nil, nil)
			start(c.err != nil)
			c.guard.End(true)
		}
		return
	}
	if start != nil {
		p.guard.BeginTimed(nil, nil, nil)
	} else {
		p.guard.Begin()
	}
	isDone := p.err != nil
	if start != nil {
		child = start(isDone)
	}
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
}

// propagateForeign is for parents that are nobody's cancelCtx.
func (c *cancelCtx) propagateForeign(parent Context, child canceler) {
	done := parent.Done()
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
	c.propagateCancel(parent, c, nil)
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

// asksForDeadline tells the search that somebody asks for one: it is no part of a state otherwise.
//
//gopark:native time.asked
func asksForDeadline()

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) {
	asksForDeadline()
	return c.deadline, true
}

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelAs(c, removeFromParent, err, cause)
}

func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	return withTimer(parent, func() (time.Time, time.Duration) { return d, time.Until(d) }, cause)
}

// withTimer: `due` gives the deadline, and how far off that is.
func withTimer(parent Context, due func() (time.Time, time.Duration), cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	current, hasDeadline := parent.Deadline()
	c := &timerCtx{cancelCtx: cancelCtx{done: make(chan struct{})}}
	isSooner, isLate := true, false
	start := func(canceled bool) canceler {
		d, left := due()
		isSooner, isLate = !hasDeadline || !current.Before(d), left <= 0
		if !isSooner {
			return &c.cancelCtx
		}
		c.deadline = d
		if !canceled && !isLate {
			c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
			c.timed = true
		}
		return c
	}
	c.propagateCancel(parent, c, start)
	if !isSooner {
		return &c.cancelCtx, func() { c.cancelCtx.cancel(true, Canceled, nil) }
	}
	if isLate {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	return c, func() { c.cancel(true, Canceled, nil) }
}

// dueIn is for deadlines alone: they are no part of a state in which nobody will ask for one.
func dueIn(d time.Duration) time.Time { return time.Now().Add(d) }

func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithTimeoutCause(parent, timeout, nil)
}

func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return withTimer(parent, func() (time.Time, time.Duration) { return dueIn(timeout), timeout }, cause)
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
	a.propagateCancel(ctx, a, nil)
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
