// A nil map reads as empty; delete and range do nothing.
package main

import "fmt"

func main() {
	var m map[string]int
	fmt.Println(m == nil, len(m), m["a"], m)
	v, ok := m["a"]
	fmt.Println(v, ok)
	delete(m, "a")
	for range m {
		fmt.Println("never")
	}
	m = map[string]int{}
	fmt.Println(m == nil, len(m))
	defer func() { fmt.Println(recover()) }()
	var n map[int]int
	n[1] = 1
}

// Output:
// true 0 0 map[]
// 0 false
// false 0
// assignment to entry in nil map
