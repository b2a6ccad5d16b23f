//gopark:go1.22
package main

import "fmt"

// min, max and clear came with Go 1.21.

func main() {
	x, y := 3, 5
	fmt.Println(min(x, y), max(x, y, 4), min(2.5, 1), max("a", "b"), min(x))
	m := map[string]int{"a": 1}
	clear(m)
	s := []int{1, 2}
	clear(s)
	fmt.Println(len(m), s)
	const c = max(1, 2.5)
	fmt.Println(c)
}

// Output:
// 3 5 1 b 3
// 0 [0 0]
// 2.5
