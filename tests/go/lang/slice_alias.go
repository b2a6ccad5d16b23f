// Slices share their array until an append has to move it.
package main

import "fmt"

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	s := a[1:3]
	t := s
	t[0] = 20
	fmt.Println(a, s, len(s), cap(s))
	s = append(s, 40)
	fmt.Println(a, s, t)
	s = append(s, 50, 60)
	s[0] = 99
	fmt.Println(a, s, t)
	u := a[1:2:3]
	fmt.Println(len(u), cap(u), u[:2])
	u = append(u, 77)
	u = append(u, 88)
	u[0] = -1
	fmt.Println(a, u)
	v := s[1:]
	w := v[1:]
	w[0] = 1000
	fmt.Println(s, v, w, cap(a[5:]), len(a[5:]))
	p := &a
	q := p[:]
	q[4] = 555
	fmt.Println(a[4], len(p), p[0])
	for i := range p {
		p[i] = i
	}
	fmt.Println(*p)
}

// Output:
// [1 20 3 4 5] [20 3] 2 4
// [1 20 3 40 5] [20 3 40] [20 3]
// [1 20 3 40 5] [99 3 40 50 60] [20 3]
// 1 2 [20 3]
// [1 20 77 40 5] [-1 77 88]
// [99 3 1000 50 60] [3 1000 50 60] [1000 50 60] 0 0
// 555 5 1
// [0 1 2 3 4]
