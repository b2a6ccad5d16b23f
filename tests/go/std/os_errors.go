// What package os says about errors: through a PathError, and not through others.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

type slow struct{}

func (slow) Error() string { return "slow" }
func (slow) Timeout() bool { return true }

func main() {
	for _, err := range []error{
		nil, io.EOF, os.ErrNotExist, os.ErrExist, os.ErrPermission, os.ErrDeadlineExceeded, slow{},
		&os.PathError{Op: "open", Path: "/x", Err: os.ErrNotExist}, &os.PathError{Op: "read", Path: "/y", Err: slow{}},
		fmt.Errorf("wrapped: %w", os.ErrNotExist),
	} {
		fmt.Println(err, os.IsNotExist(err), os.IsExist(err), os.IsPermission(err), os.IsTimeout(err), errors.Is(err, os.ErrNotExist))
	}
	var timeout interface{ Timeout() bool }
	fmt.Println(errors.As(error(&os.PathError{Err: slow{}}), &timeout) && timeout.Timeout())
}

// Output:
// <nil> false false false false false
// EOF false false false false false
// file does not exist true false false false true
// file already exists false true false false false
// permission denied false false true false false
// i/o timeout false false false true false
// slow false false false true false
// open /x: file does not exist true false false false true
// read /y: slow false false false true false
// wrapped: file does not exist false false false false true
// true
