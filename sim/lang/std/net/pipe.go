//gopark:quiet
package net

import (
	"internal/section"
	"io"
	"os"
	"sync"
	"time"
)

// Pipe is a connection without a buffer: a write waits until readers have taken all of it. (Go:
// net/pipe.go.)
func Pipe() (Conn, Conn) {
	data1, data2 := make(chan []byte), make(chan []byte)
	taken1, taken2 := make(chan int), make(chan int)
	done1, done2 := make(chan struct{}), make(chan struct{})
	return newPipe(data1, taken1, data2, taken2, done1, done2), newPipe(data2, taken2, data1, taken1, done2, done1)
}

type pipe struct {
	wrMu        sync.Mutex
	in          <-chan []byte // what the other side writes, and how much of it was read
	inTaken     chan<- int
	out         chan<- []byte
	outTaken    <-chan int
	once        sync.Once
	done, other chan struct{} // closed with this side, and with the other
	readBy      pipeDeadline
	writeBy     pipeDeadline
}

func newPipe(in chan []byte, inTaken chan int, out chan []byte, outTaken chan int, done, other chan struct{}) *pipe {
	p := &pipe{in: in, inTaken: inTaken, out: out, outTaken: outTaken, done: done, other: other}
	p.readBy.passed = make(chan struct{})
	p.writeBy.passed = make(chan struct{})
	return p
}

// pipeDeadline closes a channel when its time has come. Which one that is, is looked at in sections.
type pipeDeadline struct {
	mu     sync.Mutex
	timer  *time.Timer
	guard  section.Guard
	passed chan struct{}
}

func (d *pipeDeadline) set(t time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer != nil && !d.timer.Stop() {
		<-d.passed
	}
	d.timer = nil
	closed := isClosed(d.passed)
	never, left := t.IsZero(), time.Duration(0)
	if !never {
		left = time.Until(t)
	}
	passed := d.passed
	if closed && (never || left > 0) {
		passed = make(chan struct{})
		d.guard.BeginChange()
		d.passed = passed
		d.guard.End(true)
	}
	switch {
	case never:
	case left > 0:
		d.timer = time.AfterFunc(left, func() { close(passed) })
	case !closed:
		close(passed)
	}
}

func (d *pipeDeadline) wait() <-chan struct{} {
	d.guard.BeginLook()
	passed := d.passed
	d.guard.End(false)
	return passed
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// ended tells why nothing is read or written any more. Nearly always that is one look.
func (p *pipe) ended(passed <-chan struct{}, byOther error) error {
	select {
	case <-p.done:
	case <-p.other:
	case <-passed:
	default:
		return nil
	}
	switch {
	case isClosed(p.done):
		return io.ErrClosedPipe
	case isClosed(p.other):
		return byOther
	}
	return os.ErrDeadlineExceeded
}

func (p *pipe) Read(b []byte) (int, error) {
	n, err := p.read(b)
	if err != nil && err != io.EOF && err != io.ErrClosedPipe {
		err = &OpError{Op: "read", Net: "pipe", Err: err}
	}
	return n, err
}

func (p *pipe) read(b []byte) (int, error) {
	passed := p.readBy.wait()
	if err := p.ended(passed, io.EOF); err != nil {
		return 0, err
	}
	select {
	case written := <-p.in:
		n := copy(b, written)
		p.inTaken <- n
		return n, nil
	case <-p.done:
		return 0, io.ErrClosedPipe
	case <-p.other:
		return 0, io.EOF
	case <-passed:
		return 0, os.ErrDeadlineExceeded
	}
}

func (p *pipe) Write(b []byte) (int, error) {
	n, err := p.write(b)
	if err != nil && err != io.ErrClosedPipe {
		err = &OpError{Op: "write", Net: "pipe", Err: err}
	}
	return n, err
}

func (p *pipe) write(b []byte) (n int, err error) {
	passed := p.writeBy.wait()
	if err := p.ended(passed, io.ErrClosedPipe); err != nil {
		return 0, err
	}
	p.wrMu.Lock()
	defer p.wrMu.Unlock()
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.out <- b:
			taken := <-p.outTaken
			b = b[taken:]
			n += taken
		case <-p.done:
			return n, io.ErrClosedPipe
		case <-p.other:
			return n, io.ErrClosedPipe
		case <-passed:
			return n, os.ErrDeadlineExceeded
		}
	}
	return n, nil
}

func (p *pipe) Close() error {
	p.once.Do(func() { close(p.done) })
	return nil
}

func (p *pipe) SetDeadline(t time.Time) error {
	if isClosed(p.done) || isClosed(p.other) {
		return io.ErrClosedPipe
	}
	p.readBy.set(t)
	p.writeBy.set(t)
	return nil
}

func (p *pipe) SetReadDeadline(t time.Time) error {
	if isClosed(p.done) || isClosed(p.other) {
		return io.ErrClosedPipe
	}
	p.readBy.set(t)
	return nil
}

func (p *pipe) SetWriteDeadline(t time.Time) error {
	if isClosed(p.done) || isClosed(p.other) {
		return io.ErrClosedPipe
	}
	p.writeBy.set(t)
	return nil
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

func (p *pipe) LocalAddr() Addr  { return pipeAddr{} }
func (p *pipe) RemoteAddr() Addr { return pipeAddr{} }
