// Package fmt follows Go's package fmt. A text is built whole and then written at once, so that
// printing is one visible operation.
//
//gopark:quiet
package fmt

import (
	"io"
	"os"
)

type Stringer interface{ String() string }
type GoStringer interface{ GoString() string }

type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}
type Formatter interface{ Format(f State, verb rune) }

// printer builds one text.
type printer struct {
	buf []byte
	flags
	// What is being printed, for the text about a wrong verb: an argument, or a value inside one.
	arg, value any
	reordered  bool // an argument index such as %[2]d was used
	goodArgNum bool // the last one was right
	panicking  bool // printing what a method panicked with
	erroring   bool // printing the text about a wrong verb: methods are not called
	wrapErrs   bool // %w is allowed
	wrapped    []int
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}
func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}
func (p *printer) Width() (wid int, ok bool)      { return p.wid, p.widPresent }
func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.precPresent }
func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *printer) add(s string)   { p.buf = append(p.buf, s...) }
func (p *printer) addRune(r rune) { p.buf = append(p.buf, string(r)...) }
func (p *printer) text() string   { return string(p.buf) }

// appendArg appends what %v gives for the usual types, without a printer.
func appendArg(b []byte, arg any) []byte {
	switch v := arg.(type) {
	case string:
		return append(b, v...)
	case int:
		return append(b, itoa(v)...)
	}
	p := printer{buf: b}
	p.printArg(arg, 'v')
	return p.buf
}

func appendSpaced(b []byte, a []any) []byte {
	previous := false
	for i, arg := range a {
		isString := isString(arg)
		if i > 0 && !isString && !previous {
			b = append(b, ' ')
		}
		b = appendArg(b, arg)
		previous = isString
	}
	return b
}

func appendLine(b []byte, a []any) []byte {
	for i, arg := range a {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendArg(b, arg)
	}
	return append(b, '\n')
}

func Sprint(a ...any) string   { return string(appendSpaced(nil, a)) }
func Sprintln(a ...any) string { return string(appendLine(nil, a)) }
func Sprintf(format string, a ...any) string {
	var p printer
	p.printf(format, a)
	return p.text()
}

func write(w io.Writer, text []byte) (n int, err error) {
	if f, ok := w.(*os.File); ok {
		return f.WriteString(string(text))
	}
	return w.Write(text)
}

func Fprint(w io.Writer, a ...any) (n int, err error)   { return write(w, appendSpaced(nil, a)) }
func Fprintln(w io.Writer, a ...any) (n int, err error) { return write(w, appendLine(nil, a)) }
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	var p printer
	p.printf(format, a)
	return write(w, p.buf)
}

func Print(a ...any) (n int, err error)   { return write(os.Stdout, appendSpaced(nil, a)) }
func Println(a ...any) (n int, err error) { return write(os.Stdout, appendLine(nil, a)) }
func Printf(format string, a ...any) (n int, err error) {
	var p printer
	p.printf(format, a)
	return write(os.Stdout, p.buf)
}

func Append(b []byte, a ...any) []byte   { return appendSpaced(b, a) }
func Appendln(b []byte, a ...any) []byte { return appendLine(b, a) }
func Appendf(b []byte, format string, a ...any) []byte {
	p := printer{buf: b}
	p.printf(format, a)
	return p.buf
}
