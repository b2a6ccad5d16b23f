// Package net is a small network inside the run. A program that listens is reached by its own Dial;
// whatever else is dialled takes the connection and never answers, as a peer that hangs. Nothing is
// lost or delayed. (Go: package net.)
//
//gopark:quiet
package net

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"time"

	"internal/poll"
	"internal/section"
)

var ErrClosed error = errClosed

var errClosed = errors.New("use of closed network connection")

type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

type Addr interface {
	Network() string
	String() string
}

type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Error() string {
	s := e.Op
	if e.Net != "" {
		s += " " + e.Net
	}
	if e.Source != nil {
		s += " " + e.Source.String()
	}
	if e.Addr != nil {
		if e.Source != nil {
			s += "->"
		} else {
			s += " "
		}
		s += e.Addr.String()
	}
	return s + ": " + e.Err.Error()
}

func (e *OpError) Timeout() bool   { return errors.Is(e.Err, os.ErrDeadlineExceeded) }
func (e *OpError) Temporary() bool { return e.Timeout() }

type TCPAddr struct {
	host string
	Port int
}

func (a *TCPAddr) Network() string { return "tcp" }
func (a *TCPAddr) String() string  { return JoinHostPort(a.host, strconv.Itoa(a.Port)) }

// stream is one direction of a connection. What a read or a write finds is one section, as it is one
// system call in Go.
type stream struct {
	poll    poll.Poll
	buf     string
	eof     bool // the writer has closed
	dropped bool // the reader has closed
	silent  bool // nobody reads: what is written goes away
}

// streamSize is what a stream holds before a write has to wait, as a socket's buffers do.
const streamSize = 1 << 16

// deadline says when a direction of one end gives up. Its timer wakes who waits. The stream's guard
// is its own. (Go: runtime.pollDesc.)
type deadline struct {
	passed bool
	timed  bool // there is a timer
	timer  *time.Timer
}

// startOfTime is the first instant of a run: what is due before that needs no look at the clock.
const startOfTime = 946684800

func (d *deadline) set(s *stream, at time.Time) {
	waits := !at.IsZero() && at.Unix() >= startOfTime
	if waits {
		s.poll.Guard.BeginTimed(nil, nil, nil)
	} else {
		s.poll.Guard.BeginTimed(nil, nil, &d.timed)
	}
	if d.timer != nil {
		d.timer.Stop()
		d.timer, d.timed = nil, false
	}
	d.passed = !at.IsZero()
	if waits {
		if left := time.Until(at); left > 0 {
			d.passed, d.timed = false, true
			var own *time.Timer
			own = time.AfterFunc(left, func() { d.expire(s, own) })
			d.timer = own
		}
	}
	if d.passed {
		s.poll.Wake()
	}
	s.poll.Guard.End(true)
}

// expire does nothing when the deadline has been set anew.
func (d *deadline) expire(s *stream, timer *time.Timer) {
	s.poll.Guard.Begin()
	if d.timer == timer {
		d.passed = true
		s.poll.Wake()
	}
	s.poll.Guard.End(true)
}

// wait ends a section on s that has found nothing to do, and returns when something has happened.
func (s *stream) wait() {
	s.poll.Ticket()
	s.poll.Guard.End(true)
	s.poll.Wait()
}

// TCPConn is one end of a connection.
type TCPConn struct {
	in, out       *stream
	local, remote *TCPAddr
	closed        bool // for reading
	closedOut     bool // for writing
	readBy        deadline
	writeBy       deadline
}

func newConns(client, server *TCPAddr) (*TCPConn, *TCPConn) {
	a, b := &stream{}, &stream{}
	return &TCPConn{in: a, out: b, local: client, remote: server}, &TCPConn{in: b, out: a, local: server, remote: client}
}

func (c *TCPConn) fail(op string, err error) error {
	return &OpError{Op: op, Net: "tcp", Source: c.local, Addr: c.remote, Err: err}
}

func (c *TCPConn) Read(b []byte) (n int, err error) {
	for {
		c.in.poll.Guard.Begin()
		n, err, done := c.tryRead(b)
		if done {
			c.in.poll.Guard.End(true)
			return n, err
		}
		c.in.wait()
	}
}

func (c *TCPConn) tryRead(b []byte) (n int, err error, done bool) {
	s := c.in
	switch {
	case c.closed:
		return 0, c.fail("read", errClosed), true
	case c.readBy.passed:
		return 0, c.fail("read", os.ErrDeadlineExceeded), true
	case len(b) == 0:
		return 0, nil, true
	case len(s.buf) > 0:
		n = copy(b, s.buf)
		s.buf = s.buf[n:]
		s.poll.Wake()
		return n, nil, true
	case s.eof:
		return 0, io.EOF, true
	}
	return 0, nil, false
}

// Watch waits until there is something to read, and tells whether that is the end: the peer has hung
// up, or this end was closed. It reads nothing, and ends at once when stop, which StopWatch sets, is
// true. For net/http. (Not Go's.)
func (c *TCPConn) Watch(stop *bool) (hungUp bool) {
	s := c.in
	for {
		s.poll.Guard.Begin()
		hungUp = !*stop && len(s.buf) == 0 && (s.eof || c.closed)
		if *stop || len(s.buf) > 0 || hungUp {
			s.poll.Guard.End(false)
			return hungUp
		}
		s.wait()
	}
}

func (c *TCPConn) StopWatch(stop *bool) {
	s := c.in
	s.poll.Guard.Begin()
	*stop = true
	s.poll.Wake()
	s.poll.Guard.End(true)
}

func (c *TCPConn) Write(b []byte) (n int, err error) {
	for {
		c.out.poll.Guard.Begin()
		m, err, done := c.tryWrite(b[n:])
		n += m
		if done {
			c.out.poll.Guard.End(true)
			return n, err
		}
		c.out.wait()
	}
}

func (c *TCPConn) tryWrite(b []byte) (n int, err error, done bool) {
	s := c.out
	switch {
	case c.closedOut:
		return 0, c.fail("write", errClosed), true
	case c.writeBy.passed:
		return 0, c.fail("write", os.ErrDeadlineExceeded), true
	case s.dropped:
		return 0, c.fail("write", errors.New("write: broken pipe")), true
	case s.silent:
		return len(b), nil, true
	}
	if n = min(streamSize-len(s.buf), len(b)); n > 0 {
		s.buf += string(b[:n])
		s.poll.Wake()
	}
	return n, nil, n == len(b)
}

func (c *TCPConn) Close() error {
	in, out := c.in, c.out
	in.poll.Guard.BeginWith(&out.poll.Guard, nil)
	wasClosed := c.closed
	if !wasClosed {
		c.closed, in.dropped = true, true
		in.poll.Wake()
		c.closedOut, out.eof = true, true
		out.poll.Wake()
	}
	in.poll.Guard.End(true)
	if wasClosed {
		return c.fail("close", errClosed)
	}
	return nil
}

func (c *TCPConn) CloseWrite() error {
	c.out.poll.Guard.Begin()
	c.out.eof = true
	c.out.poll.Wake()
	c.out.poll.Guard.End(true)
	return nil
}

func (c *TCPConn) LocalAddr() Addr  { return c.local }
func (c *TCPConn) RemoteAddr() Addr { return c.remote }

func (c *TCPConn) SetDeadline(t time.Time) error {
	c.SetReadDeadline(t)
	return c.SetWriteDeadline(t)
}

func (c *TCPConn) SetReadDeadline(t time.Time) error {
	c.readBy.set(c.in, t)
	return nil
}

func (c *TCPConn) SetWriteDeadline(t time.Time) error {
	c.writeBy.set(c.out, t)
	return nil
}

func (c *TCPConn) SetKeepAlive(on bool) error               { return nil }
func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error { return nil }
func (c *TCPConn) SetNoDelay(on bool) error                 { return nil }

// TCPListener queues the connections that nobody has accepted yet.
type TCPListener struct {
	poll    poll.Poll
	backlog []*TCPConn
	closed  bool
	addr    *TCPAddr
}

var (
	networkGuard section.Guard // of these
	listeners    = map[string]*TCPListener{}
	nextPort     = 32768
)

func newPort() int {
	nextPort++
	return nextPort
}

// address is what Listen and Dial mean by "host:port"; no host is this machine.
func address(s string) (*TCPAddr, error) {
	host, port, err := SplitHostPort(s)
	if err != nil {
		return nil, err
	}
	if host == "" || host == "localhost" || host == "0.0.0.0" {
		host = "127.0.0.1"
	}
	n, err := strconv.Atoi(port)
	if err != nil {
		switch port {
		case "http":
			n = 80
		case "https":
			n = 443
		default:
			return nil, errors.New("lookup tcp/" + port + ": unknown port")
		}
	}
	return &TCPAddr{host, n}, nil
}

func Listen(network, addr string) (Listener, error) {
	a, err := address(addr)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Err: err}
	}
	l := &TCPListener{addr: a}
	networkGuard.Begin()
	if a.Port == 0 {
		a.Port = newPort()
	}
	taken := listeners[a.String()] != nil
	if !taken {
		listeners[a.String()] = l
	}
	networkGuard.End(!taken)
	if taken {
		return nil, &OpError{Op: "listen", Net: network, Addr: a, Err: errors.New("bind: address already in use")}
	}
	return l, nil
}

func (l *TCPListener) Addr() Addr { return l.addr }

func (l *TCPListener) fail(op string) error {
	return &OpError{Op: op, Net: "tcp", Addr: l.addr, Err: errClosed}
}

func (l *TCPListener) Accept() (Conn, error) {
	for {
		l.poll.Guard.Begin()
		if l.closed {
			l.poll.Guard.End(false)
			return nil, l.fail("accept")
		}
		if len(l.backlog) > 0 {
			c := l.backlog[0]
			l.backlog = append([]*TCPConn(nil), l.backlog[1:]...)
			l.poll.Guard.End(true)
			return c, nil
		}
		l.poll.Ticket()
		l.poll.Guard.End(true)
		l.poll.Wait()
	}
}

func (l *TCPListener) Close() error {
	l.poll.Guard.BeginWith(&networkGuard, nil)
	wasClosed := l.closed
	if !wasClosed {
		delete(listeners, l.addr.String())
	}
	refused := l.backlog
	l.closed, l.backlog = true, nil
	l.poll.Wake()
	l.poll.Guard.End(true)
	if wasClosed {
		return l.fail("close")
	}
	for _, c := range refused {
		c.Close()
	}
	return nil
}

func (l *TCPListener) connect(client *TCPConn) bool {
	l.poll.Guard.Begin()
	isOpen := !l.closed
	if isOpen {
		l.backlog = append(l.backlog, client)
		l.poll.Wake()
	}
	l.poll.Guard.End(isOpen)
	return isOpen
}

type Dialer struct {
	Timeout   time.Duration
	Deadline  time.Time
	KeepAlive time.Duration
}

func (d *Dialer) Dial(network, addr string) (Conn, error) {
	return d.DialContext(context.Background(), network, addr)
}

// DialContext succeeds at once, or not at all: nothing takes time in this network.
func (d *Dialer) DialContext(ctx context.Context, network, addr string) (Conn, error) {
	a, err := address(addr)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, &OpError{Op: "dial", Net: network, Err: err}
	}
	networkGuard.Begin()
	l := listeners[a.String()]
	local := &TCPAddr{"127.0.0.1", newPort()}
	networkGuard.End(true)
	client, server := newConns(local, a)
	if l == nil && a.host == "127.0.0.1" || l != nil && !l.connect(server) {
		return nil, &OpError{Op: "dial", Net: network, Addr: a, Err: errors.New("connect: connection refused")}
	}
	if l == nil {
		client.out.silent = true
	}
	return client, nil
}

func Dial(network, addr string) (Conn, error) { return new(Dialer).Dial(network, addr) }

func DialTimeout(network, addr string, timeout time.Duration) (Conn, error) {
	d := Dialer{Timeout: timeout}
	return d.Dial(network, addr)
}

func JoinHostPort(host, port string) string {
	for i := 0; i < len(host); i++ {
		if host[i] == ':' {
			return "[" + host + "]:" + port
		}
	}
	return host + ":" + port
}

type AddrError struct{ Err, Addr string }

func (e *AddrError) Error() string {
	if e.Addr == "" {
		return e.Err
	}
	return "address " + e.Addr + ": " + e.Err
}

func (e *AddrError) Timeout() bool   { return false }
func (e *AddrError) Temporary() bool { return false }

func SplitHostPort(hostport string) (host, port string, err error) {
	for i := len(hostport) - 1; i >= 0; i-- {
		if hostport[i] != ':' {
			continue
		}
		host = hostport[:i]
		if n := len(host); n >= 2 && host[0] == '[' && host[n-1] == ']' {
			host = host[1 : n-1]
		}
		return host, hostport[i+1:], nil
	}
	return "", "", &AddrError{"missing port in address", hostport}
}
