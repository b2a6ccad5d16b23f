// Pointers to variables, fields, elements; new; pointers to pointers; comparing.
package main

import "fmt"

type Node struct {
	value int
	next  *Node
}

func set(p *int, v int)       { *p = v }
func local() *int             { v := 5; return &v }
func replace(p **int, q *int) { *p = q }

func (n *Node) Len() int {
	if n == nil {
		return 0
	}
	return 1 + n.next.Len()
}

func main() {
	x := 1
	p := &x
	*p++
	set(p, *p*10)
	fmt.Println(x, *p, p == &x, p == nil)
	q := new(int)
	fmt.Println(*q, q == p, *q == 0)
	replace(&q, p)
	fmt.Println(q == p, *q)
	a, b := local(), local()
	fmt.Println(*a == *b, a == b)
	arr := [3]int{1, 2, 3}
	e := &arr[1]
	*e = 20
	fmt.Println(arr)
	s := arr[:]
	es := &s[2]
	s = append(s, 4)
	*es = 30
	fmt.Println(arr, s)
	n := &Node{1, &Node{2, &Node{3, nil}}}
	fmt.Println(n.Len(), n.next.next.value, (*Node)(nil).Len())
	n.next.value = 50
	m := *n
	m.value = 99
	m.next.value = 60
	fmt.Println(n.value, n.next.value, m.value)
	var head *Node
	for i := 0; i < 4; i++ {
		head = &Node{i, head}
	}
	for c := head; c != nil; c = c.next {
		fmt.Print(c.value, " ")
	}
	fmt.Println()
	pp := &p
	**pp = 7
	fmt.Println(x)
	f := &n.next.value
	*f = 8
	fmt.Println(n.next.value)
	type Big struct{ in struct{ deep [2]int } }
	bg := Big{}
	d := &bg.in.deep[1]
	*d = 4
	fmt.Println(bg)
	ps := &[]int{1, 2}
	(*ps)[0] = 10
	*ps = append(*ps, 3)
	fmt.Println(*ps, len(*ps))
	pm := &map[string]int{"a": 1}
	(*pm)["b"] = 2
	fmt.Println(*pm)
}

// Output:
// 20 20 true false
// 0 false true
// true 20
// true false
// [1 20 3]
// [1 20 30] [1 20 3 4]
// 3 3 0
// 1 60 99
// 3 2 1 0
// 7
// 8
// {{[0 4]}}
// [10 2 3] 3
// map[a:1 b:2]
