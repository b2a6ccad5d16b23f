// What a handler answers with. Nothing guards it: it is the handler's until that returns, and the
// server's after that.
//
//gopark:unsynchronized
package http

import (
	"fmt"
	"internal/reflectlite"
	"path"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// Header has canonical keys.
type Header map[string][]string

func CanonicalHeaderKey(s string) string {
	b := []byte(s)
	upper := true
	for i, c := range b {
		switch {
		case upper && 'a' <= c && c <= 'z':
			b[i] = c - 'a' + 'A'
		case !upper && 'A' <= c && c <= 'Z':
			b[i] = c - 'A' + 'a'
		}
		upper = c == '-'
	}
	return string(b)
}

func (h Header) Set(key, value string) { h[CanonicalHeaderKey(key)] = []string{value} }

func (h Header) Add(key, value string) {
	key = CanonicalHeaderKey(key)
	h[key] = append(h[key], value)
}

func (h Header) Get(key string) string {
	if v := h[CanonicalHeaderKey(key)]; len(v) > 0 {
		return v[0]
	}
	return ""
}

func (h Header) Values(key string) []string { return h[CanonicalHeaderKey(key)] }
func (h Header) Del(key string)             { delete(h, CanonicalHeaderKey(key)) }

func (h Header) Clone() Header {
	if h == nil {
		return nil
	}
	c := make(Header, len(h))
	for _, k := range h.keys() {
		c[k] = append([]string(nil), h[k]...)
	}
	return c
}

// keys are in order: that of a range is a choice.
func (h Header) keys() []string {
	var keys []string
	for _, entry := range reflectlite.MapOrder(h) {
		keys = append(keys, reflectlite.MapKey(h, entry).(string))
	}
	return keys
}

type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

type Flusher interface{ Flush() }

type response struct {
	server   *Server // whose log tells of mistakes
	header   Header
	status   int
	body     []byte
	finished bool // the handler has returned, and what it wrote is on its way
}

func (w *response) Header() Header { return w.header }

func (w *response) WriteHeader(status int) {
	if w.status != 0 {
		w.server.logf("http: superfluous response.WriteHeader call from %s", caller())
		return
	}
	checkStatus(status)
	// What only informs (1xx) is not the answer.
	if status >= StatusOK || status == StatusSwitchingProtocols {
		w.status = status
	}
}

func checkStatus(status int) {
	if status < 100 || status > 999 {
		panic(fmt.Sprintf("invalid WriteHeader code %v", status))
	}
}

// caller is the nearest function outside of this package, and where it is. (Go: relevantCaller.)
func caller() string {
	for skip := 1; ; skip++ {
		pc, file, line, ok := runtime.Caller(skip)
		if name := runtime.FuncForPC(pc).Name(); !ok || !strings.HasPrefix(name, "net/http.") {
			return fmt.Sprintf("%s (%s:%d)", name, path.Base(file), line)
		}
	}
}

// settle says OK if nothing was said.
func (w *response) settle() {
	if w.status == 0 {
		w.status = StatusOK
	}
}

func (w *response) Write(b []byte) (int, error) {
	w.settle()
	if w.finished && len(b) > 0 {
		return 0, ErrContentLength
	}
	w.body = append(w.body, b...)
	return len(b), nil
}

func (w *response) WriteString(s string) (int, error) { return w.Write([]byte(s)) }
func (w *response) Flush()                            {}

// finish is what goes to the client once the handler has returned.
func (w *response) finish() string {
	w.settle()
	w.finished = true
	return message(fmt.Sprintf("HTTP/1.1 %d %s", w.status, StatusText(w.status)), w.header, w.body)
}

func (w *response) copyTo(to ResponseWriter) {
	for _, k := range w.header.keys() {
		to.Header()[k] = w.header[k]
	}
	w.settle()
	to.WriteHeader(w.status)
	to.Write(w.body)
}

// timeoutWriter keeps what a handler writes until it has returned, and takes nothing when that is too
// late. It cannot flush.
type timeoutWriter struct {
	mu   sync.Mutex
	kept response
	err  error
}

func (w *timeoutWriter) Header() Header { return w.kept.header }

func (w *timeoutWriter) WriteHeader(status int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	checkStatus(status)
	if w.err == nil {
		w.kept.WriteHeader(status)
	}
}

func (w *timeoutWriter) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err != nil {
		return 0, w.err
	}
	return w.kept.Write(b)
}

// message writes a head and a body of known length.
func message(first string, h Header, body []byte) string {
	var b strings.Builder
	b.WriteString(first + "\r\n")
	for _, key := range h.keys() {
		for _, v := range h[key] {
			b.WriteString(key + ": " + v + "\r\n")
		}
	}
	b.WriteString("Content-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n")
	b.Write(body)
	return b.String()
}
