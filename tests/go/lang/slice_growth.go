// The capacities that append gives, which programs print and learners see.
package main

import "fmt"

func main() {
	var s []int
	last := -1
	for i := 0; i < 2000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	var t []byte
	last = -1
	for i := 0; i < 600; i++ {
		t = append(t, 'x')
		if cap(t) != last {
			last = cap(t)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	u := append([]int{1, 2, 3}, 4, 5, 6, 7)
	fmt.Println(len(u), cap(u))
	v := append([]string(nil), "a", "b", "c")
	fmt.Println(len(v), cap(v))
}

// Output:
// 1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560
// 8 16 32 64 128 256 512 896
// 7 8
// 3 3
