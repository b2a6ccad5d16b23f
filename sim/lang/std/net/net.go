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
	"sync"
	"time"

	"internal/poll"
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

// stream is one direction of a connection.
type stream struct {
	mu      sync.Mutex
	poll    poll.Poll
	buf     []byte
	eof     bool // the writer has closed
	dropped bool // the reader has closed
	silent  bool // nobody reads: what is written goes away
}

// streamSize is what a stream holds before a write has to wait, as a socket's buffers do.
const streamSize = 1 << 16

// deadline says when a direction of one end gives up. Its timer wakes who waits.
type deadline struct {
	at    time.Time
	timer *time.Timer
}

func (d *deadline) passed() bool { return !d.at.IsZero() && !time.Now().Before(d.at) }

func (d *deadline) set(s *stream, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
	d.at = at
	if !at.IsZero() {
		d.timer = time.AfterFunc(time.Until(at), s.poll.Wake)
	}
	s.poll.Wake()
}

// wait lets go of the lock until something has happened. REQUIRES: s.mu is locked.
func (s *stream) wait() {
	s.poll.Ticket()
	s.mu.Unlock()
	s.poll.Wait()
	s.mu.Lock()
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
	s := c.in
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		switch {
		case c.closed:
			return 0, c.fail("read", errClosed)
		case c.readBy.passed():
			return 0, c.fail("read", os.ErrDeadlineExceeded)
		case len(b) == 0:
			return 0, nil
		case len(s.buf) > 0:
			n = copy(b, s.buf)
			s.buf = append([]byte(nil), s.buf[n:]...)
			s.poll.Wake()
			return n, nil
		case s.eof:
			return 0, io.EOF
		}
		s.wait()
	}
}

func (c *TCPConn) Write(b []byte) (n int, err error) {
	s := c.out
	s.mu.Lock()
	defer s.mu.Unlock()
	for {
		switch {
		case c.closedOut:
			return n, c.fail("write", errClosed)
		case c.writeBy.passed():
			return n, c.fail("write", os.ErrDeadlineExceeded)
		case s.dropped:
			return n, c.fail("write", errors.New("write: broken pipe"))
		case s.silent || n == len(b):
			return len(b), nil
		case len(s.buf) < streamSize:
			m := min(streamSize-len(s.buf), len(b)-n)
			s.buf = append(s.buf, b[n:n+m]...)
			n += m
			s.poll.Wake()
			continue
		}
		s.wait()
	}
}

func (c *TCPConn) Close() error {
	c.in.mu.Lock()
	if c.closed {
		c.in.mu.Unlock()
		return c.fail("close", errClosed)
	}
	c.closed = true
	c.in.dropped = true
	c.in.poll.Wake()
	c.in.mu.Unlock()
	return c.endWriting(true)
}

func (c *TCPConn) CloseWrite() error { return c.endWriting(false) }

func (c *TCPConn) endWriting(closed bool) error {
	c.out.mu.Lock()
	c.closedOut = c.closedOut || closed
	c.out.eof = true
	c.out.poll.Wake()
	c.out.mu.Unlock()
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
	mu      sync.Mutex
	poll    poll.Poll
	backlog []*TCPConn
	closed  bool
	addr    *TCPAddr
}

var (
	networkMu sync.Mutex
	listeners = map[string]*TCPListener{}
	nextPort  = 32768
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
	networkMu.Lock()
	defer networkMu.Unlock()
	if a.Port == 0 {
		a.Port = newPort()
	}
	if listeners[a.String()] != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: a, Err: errors.New("bind: address already in use")}
	}
	l := &TCPListener{addr: a}
	listeners[a.String()] = l
	return l, nil
}

func (l *TCPListener) Addr() Addr { return l.addr }

func (l *TCPListener) Accept() (Conn, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		if l.closed {
			return nil, &OpError{Op: "accept", Net: "tcp", Addr: l.addr, Err: errClosed}
		}
		if len(l.backlog) > 0 {
			c := l.backlog[0]
			l.backlog = append([]*TCPConn(nil), l.backlog[1:]...)
			return c, nil
		}
		l.poll.Ticket()
		l.mu.Unlock()
		l.poll.Wait()
		l.mu.Lock()
	}
}

func (l *TCPListener) Close() error {
	networkMu.Lock()
	if listeners[l.addr.String()] == l {
		delete(listeners, l.addr.String())
	}
	networkMu.Unlock()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return &OpError{Op: "close", Net: "tcp", Addr: l.addr, Err: errClosed}
	}
	l.closed = true
	for _, c := range l.backlog {
		c.Close()
	}
	l.poll.Wake()
	return nil
}

func (l *TCPListener) connect(client *TCPConn) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.backlog = append(l.backlog, client)
		l.poll.Wake()
	}
	return !l.closed
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
	networkMu.Lock()
	l := listeners[a.String()]
	local := &TCPAddr{"127.0.0.1", newPort()}
	networkMu.Unlock()
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
