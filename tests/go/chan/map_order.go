// The order of a map range is a choice: only the set of keys is known, also while inserting and deleting.
package main

import "fmt"

func main() {
	m := map[int]bool{}
	for i := 0; i < 20; i++ {
		m[i] = true
	}
	sum := 0
	for k := range m {
		sum += k
		delete(m, k)
		delete(m, (k+1)%20)
	}
	fmt.Println(len(m), sum > 0)
	n := map[int]int{1: 1}
	for k := range n {
		if k < 50 {
			n[k+100] = 1
		}
	}
	fmt.Println(len(n) >= 2, n[101])
}

// Output:
// 0 true
// true 1
