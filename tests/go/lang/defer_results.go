// Deferred functions see and change named results, after the return statement has set them.
package main

import (
	"errors"
	"fmt"
)

func a() (n int) {
	defer func() { n *= 2 }()
	return 21
}

func b() int {
	n := 1
	defer func() { n = 100 }()
	return n
}

func c() (s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	s = "set before"
	panic("oops")
}

func d() (x, y int) {
	defer func() { x, y = y, x }()
	x = 5
	return x + 1, 9
}

func e() (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	return errors.New("inner")
}

func f() (n int) {
	for i := 1; i <= 3; i++ {
		defer func(k int) { n = n*10 + k }(i)
	}
	return 0
}

func g() (n int) {
	n = 1
	{
		n := 2
		_ = n
	}
	defer func() { n += 10 }()
	n = 5
	return
}

func h() (p *int) {
	v := 1
	defer func() { v = 2 }()
	return &v
}

func main() {
	fmt.Println(a(), b())
	fmt.Println(c())
	fmt.Println(d())
	err := e()
	fmt.Println(err, errors.Unwrap(err))
	fmt.Println(f(), g(), *h())
}

// Output:
// 42 1
// set before recovered: oops
// 9 6
// wrapped: inner inner
// 321 15 2
