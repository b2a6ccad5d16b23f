// Package variables are set in the order of their dependencies, then init functions run in order.
package main

import "fmt"

var (
	a = c + b
	b = f()
	c = 1
	d = trace("d", 3)
	e = trace("e", d+1)
)

var x, y = pair()

var _ = trace("blank", 0)

var table = map[string]int{"a": a, "b": b}

func f() int {
	c++
	return c * 10
}

func pair() (int, string) {
	trace("pair", 0)
	return e * 2, "y"
}

func trace(s string, v int) int {
	fmt.Println("init", s)
	return v
}

func init() {
	fmt.Println("first init", a, b, c, d, e, x, y)
	d = 100
}

func init() {
	fmt.Println("second init", d)
}

func main() {
	fmt.Println("main", table, lazy())
}

var late = "late"

func lazy() string { return late }

// Output:
// init d
// init e
// init pair
// init blank
// first init 22 20 2 3 4 8 y
// second init 100
// main map[a:22 b:20] late
