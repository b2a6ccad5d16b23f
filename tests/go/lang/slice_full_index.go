// a[low:high:max] bounds the capacity.
package main

import "fmt"

func main() {
	a := []int{0, 1, 2, 3, 4, 5}
	s := a[1:3:4]
	fmt.Println(s, len(s), cap(s))
	s = append(s, 30)
	fmt.Println(a)
	s = append(s, 40)
	s[0] = 10
	fmt.Println(a, s)
	t := a[:0:0]
	t = append(t, 7)
	fmt.Println(a[0], t)
	fmt.Println(cap(a[:2:2]), cap(a[2:2:5]), len(a[6:]), a[6:6:6])
	fmt.Println(s[:4], cap(s) >= 4)
}

// Output:
// [1 2] 2 3
// [0 1 2 30 4 5]
// [0 1 2 30 4 5] [10 2 30 40]
// 0 [7]
// 2 3 0 []
// [10 2 30 40] true
