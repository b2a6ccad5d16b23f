// append: nil, several values, another slice, itself.
package main

import "fmt"

func main() {
	var s []int
	fmt.Println(s == nil, len(s), cap(s), s)
	s = append(s)
	fmt.Println(s == nil)
	s = append(s, 1)
	s = append(s, 2, 3)
	s = append(s, []int{4, 5}...)
	s = append(s, s...)
	fmt.Println(s, len(s))
	s = append(s[:2], s[5:]...)
	fmt.Println(s)
	empty := []int{}
	fmt.Println(empty == nil, len(empty))
	var nested [][]int
	for i := 0; i < 3; i++ {
		nested = append(nested, make([]int, i))
	}
	fmt.Println(nested, len(nested[2]))
	x := make([]int, 2, 10)
	y := append(x, 1)
	z := append(x, 2)
	fmt.Println(x, y, z)
	x = append(x[:0], 9)
	fmt.Println(x, y)
	b := append([]byte("x"), 'y', 122)
	fmt.Println(string(b))
	var any []interface{}
	any = append(any, 1, "a", nil, 2.5)
	fmt.Println(any)
}

// Output:
// true 0 0 []
// true
// [1 2 3 4 5 1 2 3 4 5] 10
// [1 2 1 2 3 4 5]
// false 0
// [[] [0] [0 0]] 2
// [0 0] [0 0 2] [0 0 2]
// [9] [9 0 2]
// xyz
// [1 a <nil> 2.5]
