//gopark:quiet
package slog

import (
	"context"
	"fmt"
	"internal/reflectlite"
	"internal/unseen"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}

type (
	TextHandler struct{ *writer }
	JSONHandler struct{ *writer }
)

func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newWriter(w, opts, false)}
}
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newWriter(w, opts, true)}
}

func (h *TextHandler) WithAttrs(as []Attr) Handler   { return &TextHandler{h.with(h.withAttrs(as))} }
func (h *TextHandler) WithGroup(name string) Handler { return &TextHandler{h.with(h.withGroup(name))} }
func (h *JSONHandler) WithAttrs(as []Attr) Handler   { return &JSONHandler{h.with(h.withAttrs(as))} }
func (h *JSONHandler) WithGroup(name string) Handler { return &JSONHandler{h.with(h.withGroup(name))} }

// writer writes each line at once: a file's in a section, which also takes the time; any other's
// behind mu, which those that With makes share.
type writer struct {
	format
	out io.Writer
	mu  *sync.Mutex
}

func newWriter(w io.Writer, opts *HandlerOptions, json bool) *writer {
	h := &writer{out: w, mu: new(sync.Mutex)}
	h.json = json
	if opts != nil {
		h.opts = *opts
	}
	return h
}

func (h *writer) with(f format) *writer { return &writer{f, h.out, h.mu} }

func (h *writer) Enabled(_ context.Context, l Level) bool {
	least := LevelInfo
	if h.opts.Level != nil {
		least = h.opts.Level.Level()
	}
	return l >= least
}

func (h *writer) Handle(_ context.Context, r Record) error {
	first := line{format: &h.format}
	if h.json {
		first.add("{")
	}
	rest := line{format: &h.format}
	if r.now {
		rest.separator = first.between()
	} else if !r.Time.IsZero() {
		first.builtin(TimeKey, TimeValue(r.Time.Round(0)))
		rest.separator = first.separator
	}
	rest.builtin(LevelKey, AnyValue(r.Level))
	if h.opts.AddSource {
		rest.builtin(SourceKey, AnyValue(source(r.PC)))
	}
	rest.builtin(MessageKey, StringValue(r.Message))
	end := rest.text() + h.rest(rest.separator, r) + "\n"
	if r.now {
		guard.BeginLook()
		first.key(TimeKey)
		first.time(unseen.Now())
		_, err := h.out.(*os.File).WriteString(first.text() + end)
		guard.End(false)
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := io.WriteString(h.out, first.text()+end)
	return err
}

func source(pc uintptr) *Source {
	f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	return &Source{f.Function, f.File, f.Line}
}

// format is how attributes are written, with those that With has given.
type format struct {
	json   bool
	opts   HandlerOptions
	given  string   // written already
	prefix string   // of keys
	groups []string // all that WithGroup has opened
	open   int      // how many of them stand in `given`
}

func (f format) withGroup(name string) format {
	f.groups = append(f.groups[:len(f.groups):len(f.groups)], name)
	return f
}

func (f format) withAttrs(as []Attr) format {
	l := line{format: &f, prefix: f.prefix, groups: f.groups[:f.open:f.open]}
	l.add(f.given)
	if f.given != "" {
		l.separator = l.between()
	}
	l.openGroups()
	any := false
	for _, a := range as {
		any = l.attr(a) || any
	}
	if any {
		f.given, f.prefix, f.open = l.text(), l.prefix, len(f.groups)
	}
	return f
}

// rest is what stands in a line behind the message.
func (f format) rest(separator string, r Record) string {
	l := line{format: &f, prefix: f.prefix, groups: f.groups[:f.open:f.open], separator: separator}
	if f.given != "" {
		l.add(separator + f.given)
		l.separator = l.between()
	}
	open := f.open
	before := l.b
	l.openGroups()
	any := false
	for _, a := range r.attrs {
		any = l.attr(a) || any
	}
	if any {
		open = len(f.groups)
	} else {
		l.b = before
	}
	if f.json {
		l.add(strings.Repeat("}", open+1))
	}
	return l.text()
}

// line is one that is being written.
type line struct {
	*format
	b         []byte
	separator string
	prefix    string
	groups    []string
}

func (l *line) add(s string) { l.b = append(l.b, s...) }
func (l *line) text() string { return string(l.b) }

func (l *line) between() string {
	if l.json {
		return ","
	}
	return " "
}

func (l *line) key(key string) {
	l.add(l.separator)
	l.str(l.prefix + key)
	if l.json {
		l.add(":")
	} else {
		l.add("=")
	}
	l.separator = l.between()
}

func (l *line) openGroups() {
	for _, name := range l.format.groups[l.open:] {
		l.openGroup(name)
	}
}

func (l *line) openGroup(name string) {
	if l.json {
		l.key(name)
		l.add("{")
		l.separator = ""
	} else {
		l.prefix += name + "."
	}
	l.groups = append(l.groups[:len(l.groups):len(l.groups)], name)
}

// builtin is the time, level, source or message.
func (l *line) builtin(key string, v Value) { l.attr(Attr{key, v}) }

// attr says whether it wrote anything.
func (l *line) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := l.opts.ReplaceAttr; replace != nil && a.Value.kind != KindGroup {
		a = replace(l.groups, a)
		a.Value = a.Value.Resolve()
	}
	if a.Key == "" && a.Value == (Value{}) {
		return false
	}
	if src, ok := a.Value.any.(*Source); ok {
		a.Value = StringValue(src.File + ":" + strconv.Itoa(src.Line))
		if l.json {
			a.Value = GroupValue(String("function", src.Function), String("file", src.File), Int("line", src.Line))
		}
	}
	if a.Value.kind != KindGroup {
		l.key(a.Key)
		l.value(a.Value)
		return true
	}
	before := *l
	if a.Key != "" {
		l.openGroup(a.Key)
	}
	wrote := false
	for _, member := range a.Value.Group() {
		wrote = l.attr(member) || wrote
	}
	if !wrote {
		*l = before
		return false
	}
	if a.Key != "" {
		l.prefix, l.groups, l.separator = before.prefix, before.groups, l.between()
		if l.json {
			l.add("}")
		}
	}
	return true
}

func (l *line) value(v Value) {
	defer func() {
		if r := recover(); r != nil {
			if reflectlite.KindOf(v.any) == reflectlite.Pointer && reflectlite.Address(v.any) == 0 {
				l.str("<nil>")
			} else {
				l.str(fmt.Sprintf("!PANIC: %v", r))
			}
		}
	}()
	switch {
	case v.kind == KindString:
		l.str(v.any.(string))
	case v.kind == KindTime:
		l.time(v.Time())
	case v.kind == KindDuration && l.json:
		l.add(strconv.FormatInt(int64(v.Duration()), 10))
	case l.json && (v.kind == KindAny || v.kind == KindFloat64):
		l.marshal(v.any)
	case v.kind == KindAny:
		l.plain(v.any)
	default:
		l.add(v.String())
	}
}

type (
	textMarshaler interface{ MarshalText() ([]byte, error) }
	jsonMarshaler interface{ MarshalJSON() ([]byte, error) }
)

func (l *line) time(t time.Time) {
	if l.json {
		l.add(`"` + t.Format(time.RFC3339Nano) + `"`)
	} else {
		l.add(t.Format("2006-01-02T15:04:05.000Z07:00"))
	}
}

func (l *line) problem(err error) { l.str("!ERROR:" + err.Error()) }

func (l *line) plain(v any) {
	if m, ok := v.(textMarshaler); ok {
		text, err := m.MarshalText()
		if err != nil {
			l.problem(err)
			return
		}
		l.str(string(text))
	} else if b, ok := v.([]byte); ok {
		l.add(strconv.Quote(string(b)))
	} else {
		l.str(fmt.Sprintf("%+v", v))
	}
}

func (l *line) marshal(v any) {
	before := l.b
	_, marshals := v.(jsonMarshaler)
	if err, ok := v.(error); ok && !marshals {
		l.str(err.Error())
	} else if err := l.jsonAny(v); err != nil {
		l.b = before
		l.problem(err)
	}
}

// str writes a text as its kind of line wants it.
func (l *line) str(s string) {
	if l.json {
		l.jsonString(s)
	} else if needsQuotes(s) {
		l.add(strconv.Quote(s))
	} else {
		l.add(s)
	}
}

func needsQuotes(s string) bool {
	for _, r := range s {
		if r == ' ' || r == '=' || r == '"' || r < ' ' ||
			r >= utf8.RuneSelf && (r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r)) {
			return true
		}
	}
	return s == ""
}
