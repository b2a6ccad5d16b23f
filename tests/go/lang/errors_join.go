//gopark:go1.22
package main

import (
	"errors"
	"fmt"
)

// errors.Join and several %w came with Go 1.20.

func main() {
	a, b := errors.New("a"), errors.New("b")
	j := errors.Join(a, nil, b)
	fmt.Println(j)
	fmt.Println(errors.Is(j, a), errors.Is(j, b), errors.Join(nil, nil) == nil)
	m := fmt.Errorf("%w and %w", a, b)
	fmt.Println(m, errors.Is(m, a), errors.Is(m, b), errors.Unwrap(m))
}

// Output:
// a
// b
// true true true
// a and b true true <nil>
