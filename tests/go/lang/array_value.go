// Arrays are values: assignment, parameters, range and comparison copy.
package main

import "fmt"

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func changeByPointer(a *[3]int) { a[0] = 100 }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[0] = 9
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3})
	c := change(a)
	fmt.Println(a, c)
	changeByPointer(&a)
	fmt.Println(a, len(a), cap(a[:2]))
	for i, v := range a {
		a[2] = 55
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println()
	for i, v := range &a {
		a[2] = 66
		fmt.Print(i, ":", v, " ")
	}
	fmt.Println()
	d := [...]string{2: "c", 0: "a"}
	fmt.Println(len(d), d, d[1] == "")
	e := [...]int{5, 3: 1, 2}
	fmt.Println(e)
	var m [2][3]int
	m[1][2] = 7
	n := m
	n[0][0] = 1
	fmt.Println(m, n, m == n)
	type P struct{ xs [2]int }
	p := P{[2]int{1, 2}}
	q := p
	q.xs[0] = 10
	fmt.Println(p, q)
	keys := map[[2]int]string{{1, 2}: "x"}
	fmt.Println(keys[[2]int{1, 2}])
	var z [0]int
	fmt.Println(len(z), z)
}

// Output:
// [1 2 3] [9 2 3] false true
// [1 2 3] [100 2 3]
// [100 2 3] 3 3
// 0:100 1:2 2:3
// 0:100 1:2 2:66
// 3 [a  c] true
// [5 0 0 1 2]
// [[0 0 0] [0 0 7]] [[1 0 0] [0 0 7]] false
// {[1 2]} {[10 2]}
// x
// 0 []
