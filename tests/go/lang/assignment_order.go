// Operands of index and pointer expressions are evaluated first, then the assignments left to right.
package main

import "fmt"

func f(name string, v int) int { fmt.Print(name, " "); return v }

func pair() (int, int) { return 7, 8 }

func main() {
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)
	i := 0
	s := []int{10, 20, 30}
	i, s[i] = 2, 99
	fmt.Println(i, s)
	s[0], s[1], s[2] = s[2], s[0], s[1]
	fmt.Println(s)
	s[f("index", 1)] = f("value", 5)
	fmt.Println(s)
	x, y := f("first", 1), f("second", 2)
	fmt.Println(x, y)
	m := map[string]int{}
	m["a"], m["b"] = 1, 2
	m["a"], m["b"] = m["b"], m["a"]
	fmt.Println(m)
	s[0], x = pair()
	fmt.Println(s, x)
	_, x = pair()
	_ = x
	type node struct{ next *node }
	n := &node{}
	first := n
	n.next, n = &node{}, n.next
	fmt.Println(n == nil, first.next != nil)
	p := &x
	x, *p = 1, 2
	fmt.Println(x)
	q, r := 1, 2
	q, t := 3, 4
	fmt.Println(q, r, t)
	x += f("right", 3)
	s[f("once", 0)] += 10
	fmt.Println(x, s)
	var c [2]int
	j := 0
	j, c[j] = 1, 5
	fmt.Println(j, c)
	x++
	s[1]--
	fmt.Println(x, s)
	defer func() {
		recover()
		fmt.Println("u is", j)
	}()
	var nilMap map[int]int
	j, nilMap[0] = 42, 1
}

// Output:
// 2 1
// 2 [99 20 30]
// [30 99 20]
// index value [30 5 20]
// first second 1 2
// map[a:2 b:1]
// [7 5 20] 8
// true true
// 2
// 3 2 4
// right once 5 [17 5 20]
// 1 [5 0]
// 6 [17 4 20]
// u is 42
