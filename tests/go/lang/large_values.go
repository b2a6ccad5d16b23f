// Large structs and arrays pass through calls, channels, maps and interfaces by value.
package main

import "fmt"

type Big struct {
	head string
	data [64]int
	tail [3]struct{ a, b int }
}

func touch(b Big) Big {
	b.data[10] = 1
	b.tail[2].b = 5
	return b
}

type Op interface{ Sum() int }

func (b Big) Sum() (n int) {
	for _, v := range b.data {
		n += v
	}
	return n + b.tail[2].b
}

func main() {
	var b Big
	b.head = "h"
	for i := range b.data {
		b.data[i] = i
	}
	c := touch(b)
	fmt.Println(b.Sum(), c.Sum(), b == c, b == b)
	ch := make(chan Big, 1)
	ch <- c
	c.data[0] = 1000
	d := <-ch
	fmt.Println(c.Sum(), d.Sum())
	m := map[string]Big{"b": b}
	b.data[1] = 500
	fmt.Println(m["b"].data[1], b.data[1], m["b"].Sum(), m["none"].Sum())
	var o Op = b
	b.data[2] = 9999
	fmt.Println(o.Sum(), o.(Big).data[2])
	s := []Big{b, c, d}
	s[0], s[2] = s[2], s[0]
	fmt.Println(s[0].Sum(), s[2].Sum(), len(s))
	p := &s[1]
	p.tail[0] = struct{ a, b int }{1, 2}
	fmt.Println(s[1].tail, *p == s[1])
	f := func() Big { return *p }
	fmt.Println(f().tail[0].b, f().head)
}

// Output:
// 2016 2012 false true
// 3012 2012
// 1 500 2016 0
// 2515 2
// 2012 12512 3
// [{1 2} {0 0} {0 5}] true
// 2 h
