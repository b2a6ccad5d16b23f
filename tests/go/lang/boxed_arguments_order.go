// Arguments that become interfaces beside a call that changes them: gc copies what it boxes by its
// address (bools, bytes, pointers, structs), and reads numbers, strings, fields and elements afterwards.
package main

import "fmt"

type pair struct{ x, y int }

type wrapped struct{ n int }

var global = pair{1, 2}

func show(a any, rest ...any) { fmt.Println(append([]any{a}, rest...)...) }

func main() {
	n, s, b, u8, f := 3, "x", true, uint8(1), 1.5
	p, w, list := pair{1, 2}, wrapped{1}, []bool{true}
	first, second := &pair{1, 1}, &pair{2, 2}
	at := first
	change := func() int {
		n++
		s += "y"
		b, list[0] = !b, !list[0]
		u8++
		f++
		p.x++
		w.n++
		global.x++
		at = second
		return n
	}
	fmt.Println(n == 3, n, n+1, change())
	fmt.Println(b, !b, change(), b)
	fmt.Println(u8, u8+1, change())
	fmt.Println(s, s+"z", s == "x", change())
	fmt.Println(f, int64(n), float32(f), change())
	fmt.Println(p, p.x, p == pair{6, 2}, w, change())
	at = first
	fmt.Println(global, list[0], *at, at.x, change())
	at = first
	fmt.Println(at == first, (at), change())
	show(b, n, change(), b && n > 0)
	all := []any{b, n}
	fmt.Println(append(all, change())...)
	fmt.Printf("%v %v %v\n", b, p, change())
}

// Output:
// true 4 5 4
// false true 5 true
// 3 4 6
// xyyyy xyyyyz false 7
// 6.5 8 6.5 8
// {6 2} 7 true {7} 9
// {8 2} false {2 2} 2 10
// true &{1 1} 11
// true 12 12 false
// false 12 13
// true {11 2} 14
