// errors.Is, As and Unwrap through chains made by %w and by types.
package main

import (
	"errors"
	"fmt"
	"io"
)

var errBase = errors.New("base")

type codeError struct{ code int }

func (e *codeError) Error() string { return fmt.Sprint("code ", e.code) }

type valueError struct{ a, b int }

func (e valueError) Error() string { return "value error" }

type matches struct{ target error }

func (m matches) Error() string        { return "matches" }
func (m matches) Is(target error) bool { return target == m.target }

type converts struct{}

func (converts) Error() string { return "converts" }
func (converts) As(target any) bool {
	if p, ok := target.(**codeError); ok {
		*p = &codeError{99}
		return true
	}
	return false
}

type sliceError []int

func (sliceError) Error() string { return "slice" }

type temporary interface{ Temporary() bool }

type tempError struct{ error }

func (tempError) Temporary() bool { return true }

func main() {
	wrapped := fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", errBase))
	fmt.Println(wrapped)
	fmt.Println(errors.Is(wrapped, errBase), errors.Is(wrapped, io.EOF), errors.Is(nil, errBase), errors.Is(nil, nil))
	fmt.Println(errors.Unwrap(wrapped), errors.Unwrap(errBase), errors.Unwrap(nil))
	fmt.Println(errors.New("a") == errors.New("a"), errors.Is(errors.New("a"), errors.New("a")))
	fmt.Println(errors.Is(valueError{1, 2}, valueError{1, 2}), errors.Is(valueError{1, 2}, valueError{1, 3}))
	fmt.Println(errors.Is(matches{io.EOF}, io.EOF), errors.Is(matches{io.EOF}, errBase))
	fmt.Println(errors.Is(sliceError{1}, sliceError{1}))

	var code *codeError
	fmt.Println(errors.As(fmt.Errorf("x: %w", &codeError{7}), &code), code.code)
	fmt.Println(errors.As(converts{}, &code), code)
	var value valueError
	fmt.Println(errors.As(fmt.Errorf("x: %w", valueError{3, 4}), &value), value.a, value.b)
	fmt.Println(errors.As(errBase, &value), value)
	var t temporary
	fmt.Println(errors.As(fmt.Errorf("x: %w", tempError{errBase}), &t), t.Temporary())
	fmt.Println(errors.As(nil, &t))
	for _, target := range []any{nil, 3, (*error)(nil), new(int)} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			errors.As(errBase, target)
		}()
	}
	fmt.Printf("%T %T %v\n", errBase, wrapped, fmt.Errorf("no wrapping: %v", errBase))
	fmt.Println(errors.Unwrap(fmt.Errorf("no wrapping: %v", errBase)))
	fmt.Println(fmt.Errorf("bad: %w", 3), fmt.Errorf("nil: %w", nil))
}

// Output:
// outer: inner: base
// true false false true
// inner: base <nil> <nil>
// false false
// true false
// true false
// false
// true 7
// true code 99
// true 3 4
// false value error
// true true
// false
// panic: errors: target cannot be nil
// panic: errors: target must be a non-nil pointer
// panic: errors: target must be a non-nil pointer
// panic: errors: *target must be interface or implement error
// *errors.errorString *fmt.wrapError no wrapping: base
// <nil>
// bad: %!w(int=3) nil: %!w(<nil>)
