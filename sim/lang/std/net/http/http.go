// Package http is what leaks are made of: a server with a goroutine for each connection and request,
// and a client whose connections live until the body is closed. Requests and responses are in
// memory, on connections of package net; whatever host the program does not serve itself answers
// nothing. (Go: net/http.)
//
//gopark:quiet
package http

import (
	"context"
	"errors"
	"fmt"
	"internal/section"
	"io"
	"log"
	"net"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	MethodGet     = "GET"
	MethodHead    = "HEAD"
	MethodPost    = "POST"
	MethodPut     = "PUT"
	MethodPatch   = "PATCH"
	MethodDelete  = "DELETE"
	MethodConnect = "CONNECT"
	MethodOptions = "OPTIONS"
	MethodTrace   = "TRACE"
)

var (
	ErrServerClosed   = errors.New("http: Server closed")
	ErrHandlerTimeout = errors.New("http: Handler timeout")
	ErrContentLength  = errors.New("http: wrote more than the declared Content-Length")
	ErrAbortHandler   = errors.New("net/http: abort Handler")
	errBodyClosed     = errors.New("http: read on closed response body")
)

type contextKey struct{ name string }

var (
	ServerContextKey    = &contextKey{"http-server"}
	LocalAddrContextKey = &contextKey{"local-addr"}
)

func (k *contextKey) String() string { return "net/http context value " + k.name }

type Request struct {
	Method        string
	URL           *url.URL
	Proto         string
	Header        Header
	Body          io.ReadCloser
	ContentLength int64
	Host          string
	RemoteAddr    string
	RequestURI    string
	Form          url.Values // query and body, once ParseForm was called
	PostForm      url.Values // body only
	Pattern       string     // of the ServeMux that chose the handler
	pathValues    map[string]string
	ctx           context.Context
}

func NewRequest(method, target string, body io.Reader) (*Request, error) {
	return NewRequestWithContext(context.Background(), method, target, body)
}

func NewRequestWithContext(ctx context.Context, method, target string, body io.Reader) (*Request, error) {
	if method == "" {
		method = "GET"
	}
	if ctx == nil {
		return nil, errors.New("net/http: nil Context")
	}
	u, err := url.Parse(target)
	if err != nil {
		return nil, err
	}
	r := &Request{Method: method, URL: u, Proto: "HTTP/1.1", Header: Header{}, Host: u.Host, ctx: ctx}
	if body != nil {
		rc, ok := body.(io.ReadCloser)
		if !ok {
			rc = io.NopCloser(body)
		}
		r.Body = rc
	}
	return r, nil
}

func (r *Request) Context() context.Context {
	if r.ctx != nil {
		return r.ctx
	}
	return context.Background()
}

func (r *Request) WithContext(ctx context.Context) *Request {
	if ctx == nil {
		panic("nil context")
	}
	c := *r
	c.ctx = ctx
	return &c
}

// ParseForm reads the query, and the body if that is a form.
func (r *Request) ParseForm() error {
	var err error
	if r.PostForm == nil {
		r.PostForm = url.Values{}
		isForm := strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded")
		if isForm && r.Body != nil && (r.Method == "POST" || r.Method == "PUT" || r.Method == "PATCH") {
			var b []byte
			if b, err = io.ReadAll(r.Body); err == nil {
				r.PostForm, err = url.ParseQuery(string(b))
			}
		}
	}
	if r.Form == nil {
		query, wrong := url.ParseQuery(r.URL.RawQuery)
		r.Form = url.Values{}
		for _, values := range []url.Values{r.PostForm, query} {
			for k, list := range values {
				r.Form[k] = append(r.Form[k], list...)
			}
		}
		if err == nil {
			err = wrong
		}
	}
	return err
}

func (r *Request) FormValue(key string) string {
	r.ParseForm()
	return r.Form.Get(key)
}

func (r *Request) PostFormValue(key string) string {
	r.ParseForm()
	return r.PostForm.Get(key)
}

func (r *Request) UserAgent() string { return r.Header.Get("User-Agent") }

// MaxBytesReader is r up to n bytes; what is more is an error.
func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser {
	return &maxBytesReader{r: r, limit: n, left: max(n, 0)}
}

type MaxBytesError struct{ Limit int64 }

func (e *MaxBytesError) Error() string { return "http: request body too large" }

type maxBytesReader struct {
	r           io.ReadCloser
	limit, left int64
	err         error
}

func (l *maxBytesReader) Read(p []byte) (int, error) {
	if l.err != nil || len(p) == 0 {
		return 0, l.err
	}
	if int64(len(p))-1 > l.left {
		p = p[:l.left+1]
	}
	n, err := l.r.Read(p)
	if int64(n) > l.left {
		n, err = int(l.left), &MaxBytesError{l.limit}
	}
	l.left -= int64(n)
	l.err = err
	return n, err
}

func (l *maxBytesReader) Close() error { return l.r.Close() }

type Response struct {
	Status        string
	StatusCode    int
	Proto         string
	Header        Header
	Body          io.ReadCloser
	ContentLength int64
	Request       *Request
}

// connReader is what has come over a connection and was not read yet. One goroutine at a time has it.
type connReader struct {
	conn net.Conn
	buf  string
}

// peek waits until there is something.
func (r *connReader) peek() error {
	if len(r.buf) > 0 {
		return nil
	}
	chunk := make([]byte, 256)
	n, err := r.conn.Read(chunk)
	r.buf += string(chunk[:n])
	return err
}

func (r *connReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if err := r.peek(); err != nil {
		return 0, err
	}
	n := copy(p, r.buf)
	r.buf = r.buf[n:]
	return n, nil
}

func (r *connReader) line() (string, error) {
	line := ""
	for {
		if err := r.peek(); err != nil {
			return "", err
		}
		before, after, found := strings.Cut(r.buf, "\n")
		line, r.buf = line+before, after
		if found {
			return strings.TrimRight(line, "\r"), nil
		}
	}
}

// head reads up to the empty line.
func head(r *connReader) (first string, h Header, length int64, err error) {
	first, err = r.line()
	if err != nil {
		return "", nil, 0, err
	}
	h = Header{}
	for {
		line, err := r.line()
		if err != nil {
			return "", nil, 0, io.ErrUnexpectedEOF
		}
		if line == "" {
			break
		}
		key, value, _ := strings.Cut(line, ":")
		h.Add(key, strings.TrimSpace(value))
	}
	length, _ = strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	return first, h, length, nil
}

type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

type HandlerFunc func(ResponseWriter, *Request)

func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request) { f(w, r) }

func Error(w ResponseWriter, text string, code int) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(code)
	fmt.Fprintln(w, text)
}

func NotFound(w ResponseWriter, r *Request) { Error(w, "404 page not found", StatusNotFound) }
func NotFoundHandler() Handler              { return HandlerFunc(NotFound) }

func Handle(pattern string, handler Handler) { DefaultServeMux.Handle(pattern, handler) }
func HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	DefaultServeMux.HandleFunc(pattern, handler)
}

// ConnState is what a server's connection is at. (Hijacked ones there are none.)
type ConnState int

const (
	StateNew ConnState = iota
	StateActive
	StateIdle
	StateHijacked
	StateClosed
)

func (c ConnState) String() string {
	return [...]string{"new", "active", "idle", "hijacked", "closed"}[c]
}

type Server struct {
	Addr                                                      string
	Handler                                                   Handler
	ReadTimeout, ReadHeaderTimeout, WriteTimeout, IdleTimeout time.Duration
	BaseContext                                               func(net.Listener) context.Context
	ConnState                                                 func(net.Conn, ConnState)
	ErrorLog                                                  *log.Logger

	guard     section.Guard
	closing   bool
	listeners []net.Listener
	conns     []*serverConn
	changed   chan struct{} // that Shutdown waits for
}

// serverConn is a connection, and whether it has a request.
type serverConn struct {
	net.Conn
	busy bool
}

// logf writes to the server's log; a response that has no server, to the program's.
func (s *Server) logf(format string, args ...any) {
	if s != nil && s.ErrorLog != nil {
		s.ErrorLog.Printf(format, args...)
	} else {
		log.Printf(format, args...)
	}
}

// serverOf is the server that got a request.
func serverOf(r *Request) *Server {
	s, _ := r.Context().Value(ServerContextKey).(*Server)
	return s
}

func (s *Server) handler() Handler {
	if s.Handler == nil {
		return DefaultServeMux
	}
	return s.Handler
}

func ListenAndServe(addr string, handler Handler) error {
	return (&Server{Addr: addr, Handler: handler}).ListenAndServe()
}

func Serve(l net.Listener, handler Handler) error {
	return (&Server{Handler: handler}).Serve(l)
}

func (s *Server) ListenAndServe() error {
	if s.isClosing(nil) {
		return ErrServerClosed
	}
	addr := s.Addr
	if addr == "" {
		addr = ":http"
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return s.Serve(l)
}

// isClosing adds what listens, unless the server is closing.
func (s *Server) isClosing(l net.Listener) bool {
	s.guard.Begin()
	closing := s.closing
	if !closing && l != nil {
		s.listeners = append(s.listeners, l)
	}
	s.guard.End(l != nil)
	return closing
}

// add keeps a connection; false: the server is closing.
func (s *Server) add(c *serverConn) bool {
	s.guard.Begin()
	s.conns = append(s.conns, c)
	closing := s.closing
	s.guard.End(true)
	return !closing
}

// Serve closes l however it ends: who has connected in the meantime does not wait for ever.
func (s *Server) Serve(l net.Listener) error {
	defer l.Close()
	if s.isClosing(l) {
		return ErrServerClosed
	}
	base := context.Background()
	if s.BaseContext != nil {
		base = s.BaseContext(l)
	}
	for {
		conn, err := l.Accept()
		if err != nil {
			if s.isClosing(nil) {
				return ErrServerClosed
			}
			return err
		}
		c := &serverConn{Conn: conn}
		more := s.add(c)
		s.tell(c, StateNew)
		go s.serve(base, c)
		if !more {
			return ErrServerClosed
		}
	}
}

func (s *Server) tell(c *serverConn, state ConnState) {
	if s.ConnState != nil {
		s.ConnState(c.Conn, state)
	}
}

// toTell is what Shutdown waits for, if it does: to be closed after this section. REQUIRES: in one on
// s.guard that changes a connection.
func (s *Server) toTell() chan struct{} {
	changed := s.changed
	s.changed = nil
	return changed
}

func closeIf(c chan struct{}) {
	if c != nil {
		close(c)
	}
}

// busy notes whether a connection has a request; false: the server is closing.
func (s *Server) busy(c *serverConn, busy bool) bool {
	if busy {
		s.tell(c, StateActive)
	} else {
		s.tell(c, StateIdle)
	}
	s.guard.Begin()
	c.busy = busy
	closing, changed := s.closing, s.toTell()
	s.guard.End(true)
	closeIf(changed)
	return !closing || busy
}

func (s *Server) forget(c *serverConn) {
	s.guard.Begin()
	var others []*serverConn
	for _, other := range s.conns {
		if other != c {
			others = append(others, other)
		}
	}
	s.conns = others
	changed := s.toTell()
	s.guard.End(true)
	closeIf(changed)
	s.tell(c, StateClosed)
}

// serve is the goroutine of one connection.
func (s *Server) serve(base context.Context, c *serverConn) {
	base = context.WithValue(base, ServerContextKey, s)
	base = context.WithValue(base, LocalAddrContextKey, c.LocalAddr())
	ctx, cancel := context.WithCancel(base)
	defer cancel()
	defer func() {
		c.Close()
		s.forget(c)
	}()
	r := &connReader{conn: c.Conn}
	for {
		wait := s.ReadHeaderTimeout
		if wait == 0 {
			wait = s.ReadTimeout
		}
		if wait > 0 {
			c.SetReadDeadline(time.Now().Add(wait))
		}
		first, h, length, err := head(r)
		if err != nil {
			return
		}
		if wait > 0 {
			c.SetReadDeadline(time.Time{})
		}
		s.busy(c, true)
		parts := strings.Split(first, " ")
		if len(parts) != 3 {
			return
		}
		u, err := url.ParseRequestURI(parts[1])
		if err != nil {
			return
		}
		body := make([]byte, length)
		if _, err := io.ReadFull(r, body); err != nil {
			return
		}
		req := &Request{Method: parts[0], URL: u, Proto: parts[2], Header: h, Host: h.Get("Host"),
			ContentLength: length, Body: io.NopCloser(strings.NewReader(string(body))),
			RemoteAddr: c.RemoteAddr().String(), RequestURI: parts[1]}
		if !s.answer(ctx, cancel, c.Conn, r, req) || !s.busy(c, false) {
			return
		}
	}
}

// watcher is what a net.TCPConn can do.
type watcher interface {
	Watch(stop *bool) (hungUp bool)
	StopWatch(stop *bool)
}

// answer runs the handler of one request, while a goroutine watches whether the client hangs up.
// (Go: connReader.backgroundRead. There the server waits until that has stopped; here it has nothing
// to take away from the next request.)
func (s *Server) answer(ctx context.Context, cancel context.CancelFunc, c net.Conn, r *connReader, req *Request) (more bool) {
	requestCtx, done := context.WithCancel(ctx)
	defer done()
	req.ctx = requestCtx
	watched, isWatched := c.(watcher)
	stop := new(bool)
	if isWatched && len(r.buf) == 0 {
		go func() {
			if watched.Watch(stop) {
				cancel()
			}
		}()
	}
	w := &response{server: s, header: Header{}}
	more = true
	func() {
		defer func() {
			if err := recover(); err != nil {
				more = false
				if err != ErrAbortHandler {
					s.logf("http: panic serving %v: %v", req.RemoteAddr, err)
				}
			}
		}()
		s.handler().ServeHTTP(w, req)
	}()
	if isWatched {
		watched.StopWatch(stop)
	}
	if !more {
		return false
	}
	if _, err := c.Write([]byte(w.finish())); err != nil {
		return false
	}
	return req.Header.Get("Connection") != "close"
}

// closeListeners makes Serve end.
func (s *Server) closeListeners() {
	s.guard.Begin()
	s.closing = true
	listeners := s.listeners
	s.guard.End(true)
	for _, l := range listeners {
		l.Close()
	}
}

// connections are those without a request, and those with one; `changed` is closed at the next change.
func (s *Server) connections() (idle, busy []*serverConn, changed chan struct{}) {
	s.guard.Begin()
	for _, c := range s.conns {
		if c.busy {
			busy = append(busy, c)
		} else {
			idle = append(idle, c)
		}
	}
	if s.changed == nil {
		s.changed = make(chan struct{})
	}
	changed = s.changed
	s.guard.End(true)
	return
}

func (s *Server) Close() error {
	s.closeListeners()
	idle, busy, _ := s.connections()
	for _, c := range append(idle, busy...) {
		c.Close()
	}
	return nil
}

// Shutdown waits until all requests are answered. (Go looks for it now and then.)
func (s *Server) Shutdown(ctx context.Context) error {
	s.closeListeners()
	for {
		idle, busy, changed := s.connections()
		for _, c := range idle {
			c.Close()
		}
		if len(busy) == 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-changed:
		}
	}
}

// TimeoutHandler answers for a handler that takes too long; the handler's goroutine goes on.
func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		ctx, cancel := context.WithTimeout(r.Context(), dt)
		defer cancel()
		done := make(chan struct{})
		tw := &timeoutWriter{kept: response{server: serverOf(r), header: Header{}}}
		panicked := make(chan any, 1)
		go func() {
			defer func() {
				if p := recover(); p != nil {
					panicked <- p
				}
			}()
			h.ServeHTTP(tw, r.WithContext(ctx))
			close(done)
		}()
		select {
		case p := <-panicked:
			panic(p)
		case <-done:
			tw.mu.Lock()
			defer tw.mu.Unlock()
			tw.kept.copyTo(w)
		case <-ctx.Done():
			tw.mu.Lock()
			defer tw.mu.Unlock()
			w.WriteHeader(StatusServiceUnavailable)
			tw.err = ctx.Err()
			if tw.err == context.DeadlineExceeded {
				io.WriteString(w, msg)
				tw.err = ErrHandlerTimeout
			}
		}
	})
}
