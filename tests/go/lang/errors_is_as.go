// errors.Is, As, Unwrap, and %w in Errorf.
package main

import (
	"errors"
	"fmt"
)

var ErrBase = errors.New("base")
var ErrOther = errors.New("base")

type Code struct{ n int }

func (c *Code) Error() string        { return fmt.Sprint("code ", c.n) }
func (c *Code) Is(target error) bool { return target == ErrOther }

type Wrap struct {
	msg string
	err error
}

func (w Wrap) Error() string { return w.msg + ": " + w.err.Error() }
func (w Wrap) Unwrap() error { return w.err }

type Temporary interface{ Temporary() bool }

type Net struct{}

func (Net) Error() string   { return "net" }
func (Net) Temporary() bool { return true }

func main() {
	e1 := fmt.Errorf("one: %w", ErrBase)
	e2 := fmt.Errorf("two: %w", e1)
	e3 := fmt.Errorf("three: %v", e2)
	fmt.Println(e2, "|", e3)
	fmt.Println(errors.Is(e2, ErrBase), errors.Is(e2, e1), errors.Is(e3, ErrBase), errors.Is(e2, ErrOther))
	fmt.Println(errors.Unwrap(e2) == e1, errors.Unwrap(e3), errors.Unwrap(ErrBase) == nil)
	w := Wrap{"outer", &Code{7}}
	var c *Code
	fmt.Println(errors.As(w, &c), c.n, errors.Is(w, ErrOther), errors.Is(w, ErrBase))
	var wr Wrap
	fmt.Println(errors.As(fmt.Errorf("x: %w", w), &wr), wr.msg)
	var t Temporary
	fmt.Println(errors.As(fmt.Errorf("y: %w", Net{}), &t), t.Temporary(), errors.As(e2, &t))
	fmt.Println(errors.Is(nil, ErrBase), errors.Is(ErrBase, nil), errors.Is(nil, nil))
	fmt.Println(ErrBase == ErrOther, ErrBase.Error() == ErrOther.Error(), errors.New("") == nil)
	fmt.Printf("%v %s %q %+v %T\n", ErrBase, ErrBase, ErrBase, e1, ErrBase)
	var err error
	fmt.Println(err == nil, fmt.Errorf("n %d", 5))
	fmt.Println(fmt.Errorf("nil: %w", nil))
	var nilCode *Code
	err = nilCode
	fmt.Println(err == nil)
}

// Output:
// two: one: base | three: two: one: base
// true true false false
// true <nil> true
// true 7 true false
// true outer
// true true false
// false false true
// false true false
// base base "base" one: base *errors.errorString
// true n 5
// nil: %!w(<nil>)
// false
