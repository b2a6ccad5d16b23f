// Package log follows Go's package log, on the virtual clock.
//
//gopark:quiet
package log

import (
	"fmt"
	"internal/section"
	"internal/unseen"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	Ldate = 1 << iota
	Ltime
	Lmicroseconds
	Llongfile
	Lshortfile
	LUTC
	Lmsgprefix
	LstdFlags = Ldate | Ltime
)

// Logger writes each line at once. Its settings are read and changed in sections. To a file a line is
// made and written in the same one: nobody in the program sees what it says. Any other writer is
// behind mu, and may itself change the settings once the line is made.
type Logger struct {
	guard  section.Guard // of prefix, flag and out
	prefix string
	flag   int
	out    io.Writer  // is changed with mu held
	mu     sync.Mutex // held while something other than a file is written to
}

func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{prefix: prefix, flag: flag, out: out}
}

var std = New(os.Stderr, "", LstdFlags)

func Default() *Logger { return std }

func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.guard.BeginChange()
	l.out = w
	l.guard.End(true)
}

func (l *Logger) SetFlags(flag int) {
	l.guard.BeginChange()
	l.flag = flag
	l.guard.End(true)
}

func (l *Logger) SetPrefix(prefix string) {
	l.guard.BeginChange()
	l.prefix = prefix
	l.guard.End(true)
}

func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

// settings are those at one instant.
func (l *Logger) settings() (prefix string, flag int) {
	l.guard.BeginLook()
	prefix, flag = l.prefix, l.flag
	l.guard.End(false)
	return
}

func (l *Logger) Flags() int {
	_, flag := l.settings()
	return flag
}

func (l *Logger) Prefix() string {
	prefix, _ := l.settings()
	return prefix
}

// header takes the file and line from the frame `skip` above its caller.
func (l *Logger) header(skip int, now time.Time) string {
	s := ""
	if l.flag&Lmsgprefix == 0 {
		s = l.prefix
	}
	if l.flag&Ldate != 0 {
		s += now.Format("2006/01/02 ")
	}
	if l.flag&Lmicroseconds != 0 {
		s += now.Format("15:04:05.000000 ")
	} else if l.flag&Ltime != 0 {
		s += now.Format("15:04:05 ")
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		s += place(skip+1, l.flag&Lshortfile != 0) + ": "
	}
	if l.flag&Lmsgprefix != 0 {
		s += l.prefix
	}
	return s
}

func place(skip int, short bool) string {
	_, file, line, ok := runtime.Caller(skip + 1)
	if !ok {
		return "???:0"
	}
	if short {
		file = file[strings.LastIndexByte(file, '/')+1:]
	}
	return file + ":" + strconv.Itoa(line)
}

func (l *Logger) Output(calldepth int, s string) error {
	if s == "" || s[len(s)-1] != '\n' {
		s += "\n"
	}
	l.guard.BeginLook()
	file, isFile := l.out.(*os.File)
	if isFile {
		_, err := file.WriteString(l.header(calldepth, unseen.Now()) + s)
		l.guard.End(false)
		return err
	}
	l.guard.End(false)
	now := time.Now()
	l.guard.BeginLook()
	header := l.header(calldepth, now)
	l.guard.End(false)
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := io.WriteString(l.out, header+s)
	return err
}

func (l *Logger) Print(v ...any)                 { l.Output(2, fmt.Sprint(v...)) }
func (l *Logger) Printf(format string, v ...any) { l.Output(2, fmt.Sprintf(format, v...)) }
func (l *Logger) Println(v ...any)               { l.Output(2, fmt.Sprintln(v...)) }

// fatal and panic are called by what the program calls.
func (l *Logger) fatal(s string) {
	l.Output(3, s)
	os.Exit(1)
}
func (l *Logger) panic(s string) {
	l.Output(3, s)
	panic(s)
}

func (l *Logger) Fatal(v ...any)                 { l.fatal(fmt.Sprint(v...)) }
func (l *Logger) Fatalf(format string, v ...any) { l.fatal(fmt.Sprintf(format, v...)) }
func (l *Logger) Fatalln(v ...any)               { l.fatal(fmt.Sprintln(v...)) }
func (l *Logger) Panic(v ...any)                 { l.panic(fmt.Sprint(v...)) }
func (l *Logger) Panicf(format string, v ...any) { l.panic(fmt.Sprintf(format, v...)) }
func (l *Logger) Panicln(v ...any)               { l.panic(fmt.Sprintln(v...)) }

func SetOutput(w io.Writer)                { std.SetOutput(w) }
func Writer() io.Writer                    { return std.Writer() }
func Flags() int                           { return std.Flags() }
func SetFlags(flag int)                    { std.SetFlags(flag) }
func Prefix() string                       { return std.Prefix() }
func SetPrefix(prefix string)              { std.SetPrefix(prefix) }
func Output(calldepth int, s string) error { return std.Output(calldepth+1, s) }

func Print(v ...any)                 { std.Output(2, fmt.Sprint(v...)) }
func Printf(format string, v ...any) { std.Output(2, fmt.Sprintf(format, v...)) }
func Println(v ...any)               { std.Output(2, fmt.Sprintln(v...)) }
func Fatal(v ...any)                 { std.fatal(fmt.Sprint(v...)) }
func Fatalf(format string, v ...any) { std.fatal(fmt.Sprintf(format, v...)) }
func Fatalln(v ...any)               { std.fatal(fmt.Sprintln(v...)) }
func Panic(v ...any)                 { std.panic(fmt.Sprint(v...)) }
func Panicf(format string, v ...any) { std.panic(fmt.Sprintf(format, v...)) }
func Panicln(v ...any)               { std.panic(fmt.Sprintln(v...)) }
