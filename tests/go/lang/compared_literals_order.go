// Structs and arrays beside a call that changes them: gc compares copies of literals and of local
// variables, and fields, elements and package variables where they lie.
package main

import "fmt"

type pair struct{ x, y int }

var g = pair{1, 2}

func show(a bool, n int) { fmt.Println(a, n) }

func main() {
	n := 3
	p, q := pair{1, 2}, [2]int{3, 4}
	inc := func() int { n++; p.x = n; q[0] = n; return n }
	show(p == (pair{n >> 1, 2}), inc()<<4)
	n, p.x = 3, 1
	show((pair{n, 2}) != pair{3, inc() - 2}, n)
	n, q[0] = 3, 3
	show([2]int{n, 4} == q, inc())
	n, p.x = 3, 1
	show(p == pair{n - 2, 2} || inc() > 0, inc())

	s := struct{ p pair }{pair{1, 2}}
	list := []pair{{1, 2}}
	at := &list[0]
	move := func() int { g.x++; s.p.x++; list[0].x++; return g.x }
	show(g == pair{1, 2}, move())
	show(s.p == pair{2, 2}, move())
	show(list[0] == pair{3, 2}, move())
	show(*at == pair{4, 2}, move())
}

// Output:
// true 64
// true 4
// true 4
// true 4
// false 2
// false 3
// false 4
// false 5
