// Maps: insert, replace, delete, lookup, length, reference semantics. Printing is sorted by key.
package main

import "fmt"

func fill(m map[string]int) { m["filled"] = 1 }

func main() {
	m := make(map[string]int)
	m["b"] = 2
	m["a"] = 1
	m["a"]++
	m["c"] += 10
	fmt.Println(m, len(m))
	v, ok := m["zzz"]
	fmt.Println(v, ok, m["zzz"])
	if v, ok := m["a"]; ok {
		fmt.Println("a is", v)
	}
	delete(m, "a")
	delete(m, "not there")
	fmt.Println(m, len(m))
	n := m
	fill(n)
	fmt.Println(m["filled"], len(m))
	_, ok = m["a"]
	fmt.Println(ok)
	sum := 0
	for _, v := range m {
		sum += v
	}
	fmt.Println(sum)
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m), m)
	big := map[int]int{}
	for i := 0; i < 1000; i++ {
		big[i*7] = i
	}
	total := 0
	for k, v := range big {
		total += k - v*7
	}
	fmt.Println(len(big), total, big[7*999])
	e := map[string]int{"x": 1, "y": 2}
	keys := 0
	for range e {
		keys++
	}
	fmt.Println(keys)
}

// Output:
// map[a:2 b:2 c:10] 3
// 0 false 0
// a is 2
// map[b:2 c:10] 2
// 1 3
// false
// 13
// 0 map[]
// 1000 0 999
// 2
