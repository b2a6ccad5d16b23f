// Package os is what a program without files needs of Go's package os: the standard streams, Exit,
// and an empty environment.
//
//gopark:quiet
package os

import (
	"errors"
	"io"
	"syscall"
)

// Exit ends the program at once; no deferred call runs.
func Exit(code int)

// write appends to what the program has printed on file descriptor fd. One visible operation.
func write(fd int, s string)

var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")

	ErrDeadlineExceeded error = &timeoutError{}
)

type timeoutError struct{}

func (*timeoutError) Error() string   { return "i/o timeout" }
func (*timeoutError) Timeout() bool   { return true }
func (*timeoutError) Temporary() bool { return true }

var Args = []string{"main"}

type File struct {
	fd     int
	name   string
	closed bool
}

var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

type PathError struct {
	Op, Path string
	Err      error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// The four below look through a PathError only, as Go's do.
func IsExist(err error) bool      { return inside(err) == ErrExist }
func IsNotExist(err error) bool   { return inside(err) == ErrNotExist }
func IsPermission(err error) bool { return inside(err) == ErrPermission }

func IsTimeout(err error) bool {
	t, ok := inside(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func inside(err error) error {
	if p, ok := err.(*PathError); ok {
		return p.Err
	}
	return err
}

func (f *File) Name() string { return f.name }
func (f *File) Fd() uintptr  { return uintptr(f.fd) }
func (f *File) Sync() error  { return nil }

// noteClosed tells the search that a stream is closed. Who writes looks at that before the operation,
// which is the write itself, so that not every order of the two is searched.
func noteClosed()

func (f *File) Close() error {
	if f.closed {
		return &PathError{"close", f.name, ErrClosed}
	}
	f.closed = true
	noteClosed()
	return nil
}

func (f *File) Write(b []byte) (n int, err error) { return f.WriteString(string(b)) }

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if f.closed {
		return 0, &PathError{"write", f.name, ErrClosed}
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	write(f.fd, s)
	return len(s), nil
}

// Read finds nothing: the standard input is empty.
func (f *File) Read(b []byte) (n int, err error) {
	if f.closed {
		return 0, &PathError{"read", f.name, ErrClosed}
	}
	if len(b) == 0 {
		return 0, nil
	}
	return 0, io.EOF
}

func Getenv(key string) string            { return "" }
func LookupEnv(key string) (string, bool) { return "", false }
func Environ() []string                   { return []string{} }
func Getpid() int                         { return 1 }
func Hostname() (name string, err error)  { return "gopark", nil }

type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)
