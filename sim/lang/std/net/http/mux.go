//gopark:quiet
package http

import (
	"internal/section"
	"net/url"
	"slices"
	"strings"
)

// ServeMux finds the most specific pattern: [METHOD ][HOST]/[PATH], where {name} is any segment,
// {name...} and a "/" at the end are any rest, and {$} is the end. (Go 1.22.)
type ServeMux struct {
	guard    section.Guard
	patterns []*pattern
}

type segmentKind int

// From the most specific to the least.
const (
	literal segmentKind = iota
	end
	single
	rest
)

type segment struct {
	kind segmentKind
	text string // of a literal; or the wildcard's name
}

type pattern struct {
	text, method, host string
	segments           []segment
	handler            Handler
}

func NewServeMux() *ServeMux { return &ServeMux{} }

var DefaultServeMux = NewServeMux()

func parsePattern(text string) *pattern {
	p := &pattern{text: text}
	where := text
	if method, after, found := strings.Cut(text, " "); found {
		p.method, where = method, strings.TrimLeft(after, " \t")
	}
	slash := strings.IndexByte(where, '/')
	if slash < 0 {
		panic("parsing \"" + text + "\": at offset 0: host/path missing /")
	}
	p.host = where[:slash]
	for _, part := range strings.Split(where[slash+1:], "/") {
		name, isWild := strings.CutPrefix(part, "{")
		name = strings.TrimSuffix(name, "}")
		s := segment{literal, part}
		switch {
		case part == "":
			s.kind = rest
		case isWild && name == "$":
			s.kind = end
		case isWild && strings.HasSuffix(name, "..."):
			s = segment{rest, strings.TrimSuffix(name, "...")}
		case isWild:
			s = segment{single, name}
		}
		p.segments = append(p.segments, s)
	}
	return p
}

// match takes a path with its escapes, and adds what the wildcards stand for.
func (p *pattern) match(path string, values map[string]string) bool {
	for _, s := range p.segments {
		after, found := strings.CutPrefix(path, "/")
		if !found {
			return false
		}
		value := after
		if s.kind != rest {
			value, _, _ = strings.Cut(after, "/")
		}
		path = after[len(value):]
		if plain, err := url.PathUnescape(value); err == nil {
			value = plain
		}
		if s.kind == literal && value != s.text || s.kind == single && value == "" || s.kind == end && after != "" {
			return false
		}
		if s.kind >= single && s.text != "" {
			values[s.text] = value
		}
	}
	return path == ""
}

func (p *pattern) takes(method string) bool {
	return p.method == "" || p.method == method || p.method == "GET" && method == "HEAD"
}

// isBetter: both match the same request.
func (p *pattern) isBetter(q *pattern) bool {
	if p.host != q.host {
		return p.host != ""
	}
	for i := 0; i < len(p.segments) && i < len(q.segments); i++ {
		if p.segments[i].kind != q.segments[i].kind {
			return p.segments[i].kind < q.segments[i].kind
		}
	}
	return len(p.segments) > len(q.segments) || q.method == "" || p.method == "HEAD"
}

func (mux *ServeMux) Handle(text string, handler Handler) {
	if text == "" {
		panic("http: invalid pattern")
	}
	if handler == nil {
		panic("http: nil handler")
	}
	p := parsePattern(text)
	p.handler = handler
	mux.guard.BeginChange()
	isNew := true
	for _, other := range mux.patterns {
		isNew = isNew && other.text != text
	}
	if isNew {
		mux.patterns = append(mux.patterns, p)
	}
	mux.guard.End(isNew)
	if !isNew {
		panic("http: multiple registrations for " + text)
	}
}

func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	if handler == nil {
		panic("http: nil handler")
	}
	mux.Handle(pattern, HandlerFunc(handler))
}

// find tells the best pattern and its wildcards; if there is none, which methods would have one.
func (mux *ServeMux) find(r *Request) (best *pattern, values map[string]string, allowed []string) {
	mux.guard.BeginLook()
	patterns := mux.patterns
	mux.guard.End(false)
	path := r.URL.EscapedPath()
	if path == "" {
		path = "/"
	}
	for _, p := range patterns {
		found := map[string]string{}
		if p.host != "" && p.host != r.Host || !p.match(path, found) {
			continue
		}
		if !p.takes(r.Method) {
			allowed = append(allowed, p.method)
			if p.method == "GET" {
				allowed = append(allowed, "HEAD")
			}
		} else if best == nil || p.isBetter(best) {
			best, values = p, found
		}
	}
	return
}

func (mux *ServeMux) choose(r *Request) (Handler, *pattern, map[string]string) {
	p, values, allowed := mux.find(r)
	if p != nil {
		return p.handler, p, values
	}
	if len(allowed) == 0 {
		return NotFoundHandler(), nil, nil
	}
	slices.Sort(allowed)
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		w.Header().Set("Allow", strings.Join(slices.Compact(allowed), ", "))
		Error(w, StatusText(StatusMethodNotAllowed), StatusMethodNotAllowed)
	}), nil, nil
}

func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string) {
	h, p, _ := mux.choose(r)
	if p != nil {
		pattern = p.text
	}
	return
}

func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request) {
	h, p, values := mux.choose(r)
	if p != nil {
		r.Pattern, r.pathValues = p.text, values
	}
	h.ServeHTTP(w, r)
}

// PathValue is what a wildcard of the pattern stands for.
func (r *Request) PathValue(name string) string { return r.pathValues[name] }

func (r *Request) SetPathValue(name, value string) {
	if r.pathValues == nil {
		r.pathValues = map[string]string{}
	}
	r.pathValues[name] = value
}
