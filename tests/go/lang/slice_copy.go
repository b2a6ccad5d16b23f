// copy: the shorter length counts, and overlapping is fine.
package main

import "fmt"

func main() {
	a := []int{1, 2, 3, 4, 5}
	n := copy(a[1:], a)
	fmt.Println(n, a)
	b := []int{1, 2, 3, 4, 5}
	n = copy(b, b[2:])
	fmt.Println(n, b)
	c := make([]int, 2)
	fmt.Println(copy(c, b), c, copy(c, []int(nil)), copy(c, []int{}))
	arr := [3]string{"a", "b", "c"}
	d := make([]string, 5)
	fmt.Println(copy(d, arr[:]), d, len(d))
	e := append([]int(nil), a...)
	e[0] = -1
	fmt.Println(a[0], e[0])
}

// Output:
// 4 [1 1 2 3 4]
// 3 [3 4 5 4 5]
// 2 [3 4] 0 0
// 3 [a b c  ] 5
// 1 -1
