// Packages slices, maps and cmp.
package main

//gopark:go1.22

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type person struct {
	name string
	age  int
}

func main() {
	s := []int{3, 1, 2, 3}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(s, t, slices.Max(s), slices.Min(s), slices.Contains(s, 2), slices.Index(s, 9), slices.Compact(t))
	people := []person{{"Bob", 2}, {"Ann", 1}, {"Cid", 2}}
	slices.SortFunc(people, func(a, b person) int {
		if c := cmp.Compare(b.age, a.age); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	fmt.Println(people)
	i, found := slices.BinarySearch([]string{"a", "c"}, "b")
	fmt.Println(i, found, slices.Equal([]int{1}, []int{1}), slices.Compare([]int{1, 2}, []int{1, 3}))
	fmt.Println(slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Replace([]int{1, 2, 3}, 0, 2, 9))
	fmt.Println(slices.IndexFunc(s, func(v int) bool { return v < 2 }), slices.ContainsFunc(s, func(v int) bool { return v > 5 }))
	slices.Reverse(s)
	fmt.Println(s, slices.Concat(s, []int{0}), slices.Repeat([]int{1, 2}, 2), slices.DeleteFunc(s, func(v int) bool { return v == 3 }))
	m := map[string]int{"a": 1, "b": 2}
	n := maps.Clone(m)
	n["c"] = 3
	maps.DeleteFunc(n, func(k string, v int) bool { return v == 1 })
	fmt.Println(m, n, maps.Equal(m, n))
	maps.Copy(m, n)
	fmt.Println(m, slices.Sorted(maps.Keys(m)))
	fmt.Println(cmp.Compare(1.5, 2), cmp.Less("b", "a"), cmp.Or(0, 3, 5))
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		slices.Max([]int{})
	}()
}

// Output:
// [3 1 2 3] [1 2 3 0] 3 1 true -1 [1 2 3]
// [{Bob 2} {Cid 2} {Ann 1}]
// 1 false true -1
// [1 2 3 4] [1 4] [9 3]
// 1 false
// [2 1 0 0] [3 2 1 3 0] [1 2 1 2] [2 1]
// map[a:1 b:2] map[b:2 c:3] false
// map[a:1 b:2 c:3] [a b c]
// -1 false 3
// panic: slices.Max: empty list
