// Closures share variables; each call of the maker has its own.
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func adders() []func(int) int {
	var fs []func(int) int
	for i := 0; i < 3; i++ {
		i := i
		fs = append(fs, func(x int) int { i++; return x + i })
	}
	return fs
}

func apply(f func(int) int, xs ...int) (out []int) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func main() {
	a, reset := counter()
	b, _ := counter()
	fmt.Println(a(), a(), b())
	reset()
	fmt.Println(a(), b())
	for _, f := range adders() {
		fmt.Print(f(10), f(10), " ")
	}
	fmt.Println()
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	k := 3
	fmt.Println(apply(func(x int) int { return x * k }, 1, 2, 3))
	x := 1
	func() {
		x := 2
		x++
		_ = x
	}()
	func() { x++ }()
	fmt.Println(x)
	compose := func(fs ...func(int) int) func(int) int {
		return func(v int) int {
			for _, f := range fs {
				v = f(v)
			}
			return v
		}
	}
	inc := func(v int) int { return v + 1 }
	fmt.Println(compose(inc, inc, func(v int) int { return v * v })(3))
	p := &x
	change := func() { *p = 77 }
	change()
	fmt.Println(x)
	var nilFunc func()
	fmt.Println(nilFunc == nil)
	deep := func() func() func() int {
		y := 1
		return func() func() int {
			y++
			return func() int { y *= 10; return y }
		}
	}
	d := deep()
	e := d()
	fmt.Println(e(), e(), d()())
}

// Output:
// 1 2 1
// 101 2
// 11 12 12 13 13 14
// 610
// [3 6 9]
// 2
// 25
// 77
// true
// 20 200 2010
