// Package httptest follows Go's package net/http/httptest: a server on a port of its own inside the
// run, and a recorder.
//
//gopark:quiet
package httptest

import (
	"bytes"
	"fmt"
	"internal/section"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
)

const DefaultRemoteAddr = "1.2.3.4"

type Server struct {
	URL      string
	Listener net.Listener
	Config   *http.Server

	wg     sync.WaitGroup // one for each connection, and one for Serve
	guard  section.Guard
	closed bool
	conns  []conn
	client *http.Client
}

type conn struct {
	net.Conn
	state http.ConnState
}

func NewServer(handler http.Handler) *Server {
	ts := NewUnstartedServer(handler)
	ts.Start()
	return ts
}

func NewUnstartedServer(handler http.Handler) *Server {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(fmt.Sprintf("httptest: failed to listen on a port: %v", err))
	}
	return &Server{Listener: l, Config: &http.Server{Handler: handler}}
}

func (s *Server) Start() {
	if s.URL != "" {
		panic("Server already started")
	}
	s.client = &http.Client{Transport: &http.Transport{}}
	s.URL = "http://" + s.Listener.Addr().String()
	s.Config.ConnState = s.connState
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		s.Config.Serve(s.Listener)
	}()
}

func (s *Server) connState(c net.Conn, state http.ConnState) {
	if state == http.StateNew {
		s.wg.Add(1)
	}
	s.guard.Begin()
	s.conns = without(s.conns, c)
	if state != http.StateClosed {
		s.conns = append(s.conns, conn{c, state})
	}
	closed := s.closed
	s.guard.End(true)
	switch state {
	case http.StateNew, http.StateIdle:
		if closed {
			c.Close()
		}
	case http.StateClosed:
		s.wg.Done()
	}
}

func without(conns []conn, c net.Conn) []conn {
	var others []conn
	for _, other := range conns {
		if other.Conn != c {
			others = append(others, other)
		}
	}
	return others
}

// close marks it closed; false: it is already. Its connections are those of now.
func (s *Server) close() (first bool, conns []conn) {
	s.guard.Begin()
	first, conns = !s.closed, s.conns
	s.closed = true
	s.guard.End(first)
	return
}

// Close waits until all requests are answered.
func (s *Server) Close() {
	if first, conns := s.close(); first {
		s.Listener.Close()
		for _, c := range conns {
			if c.state == http.StateIdle || c.state == http.StateNew {
				c.Close()
			}
		}
	}
	http.DefaultClient.CloseIdleConnections()
	if s.client != nil {
		s.client.CloseIdleConnections()
	}
	s.wg.Wait()
}

// CloseClientConnections closes them all, those with requests too.
func (s *Server) CloseClientConnections() {
	s.guard.Begin()
	conns := s.conns
	s.guard.End(false)
	for _, c := range conns {
		c.Close()
	}
}

func (s *Server) Client() *http.Client { return s.client }

// ResponseRecorder keeps what a handler answers.
type ResponseRecorder struct {
	Code      int
	HeaderMap http.Header
	Body      *bytes.Buffer
	Flushed   bool

	result      *http.Response
	snapshot    http.Header
	wroteHeader bool
}

func NewRecorder() *ResponseRecorder {
	return &ResponseRecorder{Code: 200, HeaderMap: http.Header{}, Body: &bytes.Buffer{}}
}

func (rw *ResponseRecorder) Header() http.Header {
	if rw.HeaderMap == nil {
		rw.HeaderMap = http.Header{}
	}
	return rw.HeaderMap
}

func (rw *ResponseRecorder) WriteHeader(code int) {
	if rw.wroteHeader {
		return
	}
	if code < 100 || code > 999 {
		panic(fmt.Sprintf("invalid WriteHeader code %v", code))
	}
	rw.Code = code
	rw.wroteHeader = true
	rw.snapshot = rw.Header().Clone()
}

func (rw *ResponseRecorder) Write(b []byte) (int, error) {
	rw.WriteHeader(200)
	if rw.Body != nil {
		rw.Body.Write(b)
	}
	return len(b), nil
}

func (rw *ResponseRecorder) WriteString(s string) (int, error) { return rw.Write([]byte(s)) }

func (rw *ResponseRecorder) Flush() {
	rw.WriteHeader(200)
	rw.Flushed = true
}

func (rw *ResponseRecorder) Result() *http.Response {
	if rw.result != nil {
		return rw.result
	}
	code, header := rw.Code, rw.snapshot
	if code == 0 {
		code = 200
	}
	if header == nil {
		header = rw.Header().Clone()
	}
	text := ""
	if rw.Body != nil {
		text = rw.Body.String()
	}
	rw.result = &http.Response{
		StatusCode:    code,
		Status:        fmt.Sprintf("%03d %s", code, http.StatusText(code)),
		Proto:         "HTTP/1.1",
		Header:        header,
		Body:          io.NopCloser(strings.NewReader(text)),
		ContentLength: -1,
	}
	return rw.result
}

// NewRequest is a request as a server gets it.
func NewRequest(method, target string, body io.Reader) *http.Request {
	r, err := http.NewRequest(method, target, body)
	if err != nil {
		panic("invalid NewRequest arguments; " + err.Error())
	}
	if r.Body == nil {
		r.Body = io.NopCloser(strings.NewReader(""))
	}
	if r.Host == "" {
		r.Host = "example.com"
	}
	r.RemoteAddr = "192.0.2.1:1234"
	r.RequestURI = target
	return r
}
