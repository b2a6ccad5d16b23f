//gopark:quiet
package http

import (
	"context"
	"errors"
	"fmt"
	"internal/section"
	"io"
	"net"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

type timeoutError struct{}

func (timeoutError) Error() string {
	return "context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
}
func (timeoutError) Timeout() bool     { return true }
func (timeoutError) Is(err error) bool { return err == context.DeadlineExceeded }

type RoundTripper interface {
	RoundTrip(*Request) (*Response, error)
}

// Transport keeps one goroutine to read and one to write for each connection, as Go's does. A
// connection is used again once its body has been read to the end or closed.
type Transport struct {
	DisableKeepAlives     bool
	MaxIdleConns          int
	MaxIdleConnsPerHost   int
	MaxConnsPerHost       int
	IdleConnTimeout       time.Duration
	ResponseHeaderTimeout time.Duration
	DialContext           func(ctx context.Context, network, addr string) (net.Conn, error)

	guard section.Guard
	idle  []*persistConn // as they came
}

var DefaultTransport RoundTripper = &Transport{}

// persistConn is a client's connection.
type persistConn struct {
	t      *Transport
	host   string
	conn   net.Conn
	reqch  chan requestAndChan
	writes chan writeRequest
	closed chan struct{}
	isOver bool // closed is closed; the transport's guard is its own
}

type requestAndChan struct {
	req *Request
	ch  chan result
}

type writeRequest struct {
	text string
}

type result struct {
	res *Response
	err error
}

func (pc *persistConn) close() {
	t := pc.t
	t.guard.BeginWith(nil, pc.closed)
	first := !pc.isOver
	if first {
		pc.isOver = true
		close(pc.closed)
		t.idle = without(t.idle, pc)
	}
	t.guard.End(first)
	if first {
		pc.conn.Close()
	}
}

func (pc *persistConn) writeLoop() {
	for {
		select {
		case w := <-pc.writes:
			if _, err := pc.conn.Write([]byte(w.text)); err != nil {
				pc.close()
				return
			}
		case <-pc.closed:
			return
		}
	}
}

func (pc *persistConn) readLoop() {
	defer pc.close()
	r := &connReader{conn: pc.conn}
	for {
		if err := r.peek(); err != nil {
			select {
			case rc := <-pc.reqch:
				rc.ch <- result{nil, io.EOF}
			default:
			}
			return
		}
		var rc requestAndChan
		select {
		case rc = <-pc.reqch:
		case <-pc.closed:
			return
		}
		first, h, length, err := head(r)
		if err != nil {
			rc.ch <- result{nil, err}
			return
		}
		res := &Response{Proto: "HTTP/1.1", Header: h, ContentLength: length, Request: rc.req}
		_, res.Status, _ = strings.Cut(first, " ")
		code, _, _ := strings.Cut(res.Status, " ")
		res.StatusCode, _ = strconv.Atoi(code)
		done := make(chan bool, 1)
		b := &body{r: io.LimitReader(r, length), done: done}
		res.Body = b
		if length == 0 {
			b.finish(true)
		}
		rc.ch <- result{res, nil}
		select {
		case whole := <-done:
			if !whole || pc.t.DisableKeepAlives || !pc.t.putIdle(pc) {
				return
			}
		case <-rc.req.Context().Done():
			return
		case <-pc.closed:
			return
		}
	}
}

// body tells the connection when it has been read to the end, or closed. Who closes it waits for who
// reads. (Go: bodyEOFSignal.)
type body struct {
	mu     sync.Mutex
	r      io.Reader
	done   chan bool
	ended  bool
	closed bool
}

// finish may be called once more: then it does nothing. REQUIRES: b.mu is locked, or b is new.
func (b *body) finish(whole bool) {
	if !b.ended {
		b.ended = true
		b.done <- whole
	}
}

func (b *body) Read(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return 0, errBodyClosed
	}
	if b.ended {
		return 0, io.EOF
	}
	n, err := b.r.Read(p)
	if err == io.EOF {
		b.finish(true)
	}
	return n, err
}

func (b *body) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	b.finish(false)
	return nil
}

func without(list []*persistConn, pc *persistConn) []*persistConn {
	var others []*persistConn
	for _, other := range list {
		if other != pc {
			others = append(others, other)
		}
	}
	return others
}

// putIdle keeps the connection for another request, unless there are enough of them.
func (t *Transport) putIdle(pc *persistConn) bool {
	limit := t.MaxIdleConnsPerHost
	if limit == 0 {
		limit = 2
	}
	t.guard.Begin()
	count := 0
	for _, other := range t.idle {
		if other.host == pc.host {
			count++
		}
	}
	keep := count < limit && !pc.isOver
	if keep {
		t.idle = append(t.idle, pc)
	}
	t.guard.End(keep)
	return keep
}

// takeIdle gives the one for host that came last, or nil.
func (t *Transport) takeIdle(host string) (pc *persistConn) {
	t.guard.Begin()
	for _, other := range t.idle {
		if other.host == host {
			pc = other
		}
	}
	if pc != nil {
		t.idle = without(t.idle, pc)
	}
	t.guard.End(pc != nil)
	return pc
}

func (t *Transport) CloseIdleConnections() {
	t.guard.Begin()
	idle := t.idle
	t.idle = nil
	t.guard.End(true)
	for _, pc := range idle {
		pc.close()
	}
}

func (t *Transport) getConn(ctx context.Context, host string) (*persistConn, error) {
	if pc := t.takeIdle(host); pc != nil {
		return pc, nil
	}
	dial := t.DialContext
	if dial == nil {
		dial = new(net.Dialer).DialContext
	}
	conn, err := dial(ctx, "tcp", host)
	if err != nil {
		return nil, err
	}
	pc := &persistConn{t: t, host: host, conn: conn, reqch: make(chan requestAndChan, 1),
		writes: make(chan writeRequest, 1), closed: make(chan struct{})}
	go pc.readLoop()
	go pc.writeLoop()
	return pc, nil
}

func (t *Transport) RoundTrip(req *Request) (*Response, error) {
	ctx := req.Context()
	host := req.URL.Host
	if s := req.URL.Scheme; s != "http" && s != "https" {
		return nil, fmt.Errorf("unsupported protocol scheme %q", s)
	}
	if host == "" {
		return nil, errors.New("http: no Host in request URL")
	}
	if !strings.Contains(host, ":") {
		host += ":80"
		if req.URL.Scheme == "https" {
			host = req.URL.Host + ":443"
		}
	}
	var content []byte
	if req.Body != nil {
		var err error
		content, err = io.ReadAll(req.Body)
		req.Body.Close()
		if err != nil {
			return nil, err
		}
	}
	pc, err := t.getConn(ctx, host)
	if err != nil {
		return nil, err
	}
	h := req.Header.Clone()
	if h == nil {
		h = Header{}
	}
	h.Set("Host", req.URL.Host)
	if t.DisableKeepAlives {
		h.Set("Connection", "close")
	}
	ch := make(chan result, 1)
	pc.reqch <- requestAndChan{req, ch}
	pc.writes <- writeRequest{message(req.Method+" "+req.URL.RequestURI()+" HTTP/1.1", h, content)}
	var headers <-chan time.Time
	if t.ResponseHeaderTimeout > 0 {
		timer := time.NewTimer(t.ResponseHeaderTimeout)
		defer timer.Stop()
		headers = timer.C
	}
	select {
	case r := <-ch:
		if r.err != nil {
			pc.close()
		}
		return r.res, r.err
	case <-pc.closed:
		return nil, io.EOF
	case <-headers:
		pc.close()
		return nil, errors.New("net/http: timeout awaiting response headers")
	case <-ctx.Done():
		pc.close()
		return nil, context.Cause(ctx)
	}
}

type Client struct {
	Transport RoundTripper
	Timeout   time.Duration
}

var DefaultClient = &Client{}

// cancelBody lets go of the client's timeout when the body is closed.
type cancelBody struct {
	io.ReadCloser
	cancel context.CancelFunc
}

func (b *cancelBody) Close() error {
	err := b.ReadCloser.Close()
	b.cancel()
	return err
}

func (c *Client) Do(req *Request) (*Response, error) {
	t := c.Transport
	if t == nil {
		t = DefaultTransport
	}
	op := req.Method[:1] + strings.ToLower(req.Method[1:])
	cancel := func() {}
	if c.Timeout > 0 {
		ctx, stop := context.WithTimeout(req.Context(), c.Timeout)
		req, cancel = req.WithContext(ctx), stop
	}
	res, err := t.RoundTrip(req)
	if err != nil {
		if c.Timeout > 0 && errors.Is(err, context.DeadlineExceeded) {
			err = timeoutError{}
		}
		cancel()
		return nil, &url.Error{Op: op, URL: req.URL.Redacted(), Err: err}
	}
	if c.Timeout > 0 {
		res.Body = &cancelBody{res.Body, cancel}
	}
	return res, nil
}

func (c *Client) send(method, target, contentType string, body io.Reader) (*Response, error) {
	req, err := NewRequest(method, target, body)
	if err != nil {
		return nil, err
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	return c.Do(req)
}

func (c *Client) Get(url string) (*Response, error)  { return c.send("GET", url, "", nil) }
func (c *Client) Head(url string) (*Response, error) { return c.send("HEAD", url, "", nil) }
func (c *Client) Post(url, contentType string, body io.Reader) (*Response, error) {
	return c.send("POST", url, contentType, body)
}
func (c *Client) PostForm(url string, data url.Values) (*Response, error) {
	return c.Post(url, "application/x-www-form-urlencoded", strings.NewReader(data.Encode()))
}

func (c *Client) CloseIdleConnections() {
	if t, ok := c.Transport.(*Transport); ok {
		t.CloseIdleConnections()
	} else if c.Transport == nil {
		DefaultTransport.(*Transport).CloseIdleConnections()
	}
}

func Get(url string) (*Response, error)  { return DefaultClient.Get(url) }
func Head(url string) (*Response, error) { return DefaultClient.Head(url) }
func Post(url, contentType string, body io.Reader) (*Response, error) {
	return DefaultClient.Post(url, contentType, body)
}
func PostForm(url string, data url.Values) (*Response, error) {
	return DefaultClient.PostForm(url, data)
}
