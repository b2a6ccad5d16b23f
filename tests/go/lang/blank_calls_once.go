package main

import (
	"fmt"
	text "strings"
)

var shared = 1

func count(n int) int {
	shared++
	fmt.Println("called with", n)
	return n
}

// Initialised in the order of what each needs, and each once.
var (
	_ = d
	_ = show("_", c, b)
	a = show("a")
	b = show("b")
	c = show("c")
	d = show("d")
)

func show(s string, rest ...int) int {
	fmt.Println(s)
	return 0
}

// A function of a package is a value that may be thrown away.
var _ = text.ToUpper

func main() {
	p := &shared
	_ = count(*p) + count(shared)
	_ = count(*p)
	(_) = count(shared)
	_ = text.ToLower
	fmt.Println(shared)
}

// Output:
// a
// b
// c
// _
// d
// called with 1
// called with 2
// called with 3
// called with 4
// 5
