package main

import "fmt"

func main() {
	// Index expressions on the left are evaluated before anything is assigned.
	x := []int{10, 20}
	i := 1
	for i, x[i] = range []int{99} {
		break
	}
	fmt.Println(i, x)

	y := []rune{'a', 'b'}
	i = 1
	for i, y[i] = range "c" {
		break
	}
	fmt.Println(i, string(y))

	m := map[int]int{0: 1}
	k := 5
	seen := map[int]int{}
	for k, seen[k] = range m {
	}
	fmt.Println(k, seen)
}

// Output:
// 0 [10 99]
// 0 ac
// 0 map[5:1]
