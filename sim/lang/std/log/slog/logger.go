// Package slog follows Go's package log/slog.
//
//gopark:quiet
package slog

import (
	"context"
	"fmt"
	"internal/section"
	"log"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

type Level int

const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

type Leveler interface{ Level() Level }

func (l Level) Level() Level { return l }

func (l Level) String() string {
	name, from := "ERROR", LevelError
	switch {
	case l < LevelInfo:
		name, from = "DEBUG", LevelDebug
	case l < LevelWarn:
		name, from = "INFO", LevelInfo
	case l < LevelError:
		name, from = "WARN", LevelWarn
	}
	if l == from {
		return name
	}
	return fmt.Sprintf("%s%+d", name, int(l-from))
}

func (l Level) MarshalJSON() ([]byte, error) { return []byte(strconv.Quote(l.String())), nil }
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

type LevelVar struct{ val atomic.Int64 }

func (v *LevelVar) Level() Level   { return Level(v.val.Load()) }
func (v *LevelVar) Set(l Level)    { v.val.Store(int64(l)) }
func (v *LevelVar) String() string { return fmt.Sprintf("LevelVar(%s)", v.Level()) }

type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
	attrs   []Attr
	now     bool // the handler takes the time when it writes
}

func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

func (r Record) NumAttrs() int { return len(r.attrs) }

func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

func (r Record) Clone() Record {
	r.attrs = r.attrs[:len(r.attrs):len(r.attrs)]
	return r
}

func (r *Record) AddAttrs(as ...Attr) {
	for _, a := range as {
		if a.Value.kind != KindGroup || len(a.Value.Group()) > 0 {
			r.attrs = append(r.attrs[:len(r.attrs):len(r.attrs)], a)
		}
	}
}

func (r *Record) Add(args ...any) { r.AddAttrs(attrs(args)...) }

type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

type Logger struct{ handler Handler }

func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// The settings of the package are looked at and changed in sections.
var (
	guard    section.Guard
	current  = &Logger{&defaultHandler{}}
	logLevel Level
)

func Default() *Logger {
	guard.BeginLook()
	l := current
	guard.End(false)
	return l
}

// SetDefault lets package log write to l, too, unless that writes to package log.
func SetDefault(l *Logger) {
	guard.BeginChange()
	current = l
	guard.End(true)
	if _, ok := l.handler.(*defaultHandler); !ok {
		log.SetOutput(lines{l.handler, least{}})
		log.SetFlags(0)
	}
}

func SetLogLoggerLevel(level Level) (old Level) {
	guard.BeginChange()
	old, logLevel = logLevel, level
	guard.End(true)
	return
}

// least is the level of package log.
type least struct{}

func (least) Level() Level {
	guard.BeginLook()
	l := logLevel
	guard.End(false)
	return l
}

// lines makes records of what package log writes.
type lines struct {
	handler Handler
	level   Leveler
}

func (w lines) Write(b []byte) (int, error) {
	level := w.level.Level()
	if !w.handler.Enabled(context.Background(), level) {
		return 0, nil
	}
	r := NewRecord(time.Now(), level, strings.TrimSuffix(string(b), "\n"), 0)
	return len(b), w.handler.Handle(context.Background(), r)
}

func NewLogLogger(h Handler, level Level) *log.Logger { return log.New(lines{h, level}, "", 0) }

// defaultHandler writes lines of package log.
type defaultHandler struct{ format format }

func (h *defaultHandler) Enabled(_ context.Context, l Level) bool { return l >= least{}.Level() }

// Handle is called by what the program's call called: two frames above is who logs.
func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	return log.Output(4, r.Level.String()+" "+r.Message+h.format.rest(" ", r))
}

func (h *defaultHandler) WithAttrs(as []Attr) Handler { return &defaultHandler{h.format.withAttrs(as)} }
func (h *defaultHandler) WithGroup(name string) Handler {
	return &defaultHandler{h.format.withGroup(name)}
}

func (l *Logger) Handler() Handler { return l.handler }

func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrs(args))}
}

func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	if ctx == nil {
		ctx = context.Background()
	}
	return l.handler.Enabled(ctx, level)
}

// log is called by what the program calls.
func (l *Logger) log(ctx context.Context, level Level, msg string, as []Attr) {
	if !l.Enabled(ctx, level) {
		return
	}
	pc, _, _, _ := runtime.Caller(2)
	r := Record{Message: msg, Level: level, PC: pc}
	if h, ok := l.handler.(interface{ takesTime() bool }); ok && h.takesTime() {
		r.now = true
	} else {
		r.Time = time.Now()
	}
	r.AddAttrs(as...)
	if ctx == nil {
		ctx = context.Background()
	}
	l.handler.Handle(ctx, r)
}

func (h *defaultHandler) takesTime() bool { return true }

func (h *writer) takesTime() bool {
	_, isFile := h.out.(*os.File)
	return isFile && h.opts.ReplaceAttr == nil
}

func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, attrs(args))
}
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, as ...Attr) {
	l.log(ctx, level, msg, as)
}
func (l *Logger) Debug(msg string, args ...any) { l.log(nil, LevelDebug, msg, attrs(args)) }
func (l *Logger) Info(msg string, args ...any)  { l.log(nil, LevelInfo, msg, attrs(args)) }
func (l *Logger) Warn(msg string, args ...any)  { l.log(nil, LevelWarn, msg, attrs(args)) }
func (l *Logger) Error(msg string, args ...any) { l.log(nil, LevelError, msg, attrs(args)) }
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, attrs(args))
}
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, attrs(args))
}
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, attrs(args))
}
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, attrs(args))
}

func With(args ...any) *Logger { return Default().With(args...) }
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().log(ctx, level, msg, attrs(args))
}
func LogAttrs(ctx context.Context, level Level, msg string, as ...Attr) {
	Default().log(ctx, level, msg, as)
}
func Debug(msg string, args ...any) { Default().log(nil, LevelDebug, msg, attrs(args)) }
func Info(msg string, args ...any)  { Default().log(nil, LevelInfo, msg, attrs(args)) }
func Warn(msg string, args ...any)  { Default().log(nil, LevelWarn, msg, attrs(args)) }
func Error(msg string, args ...any) { Default().log(nil, LevelError, msg, attrs(args)) }
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelDebug, msg, attrs(args))
}
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelInfo, msg, attrs(args))
}
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelWarn, msg, attrs(args))
}
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().log(ctx, LevelError, msg, attrs(args))
}
