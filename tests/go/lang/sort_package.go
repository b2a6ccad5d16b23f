// sort: the helpers, a sort.Interface, Slice, stable sorting, searching.
package main

import (
	"fmt"
	"sort"
)

type Person struct {
	Name string
	Age  int
}

type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

func main() {
	ints := []int{5, 2, 8, -1, 0, 5}
	sort.Ints(ints)
	strs := []string{"b", "", "a", "B"}
	sort.Strings(strs)
	floats := []float64{2.5, -1, 0}
	sort.Float64s(floats)
	fmt.Println(ints, strs, floats, sort.IntsAreSorted(ints), sort.StringsAreSorted([]string{"b", "a"}))
	people := []Person{{"Ann", 30}, {"Bob", 25}, {"Cid", 35}}
	sort.Sort(ByAge(people))
	fmt.Println(people)
	sort.Slice(people, func(i, j int) bool { return people[i].Name > people[j].Name })
	fmt.Println(people)
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints)
	var many []Person
	for i := 0; i < 40; i++ {
		many = append(many, Person{fmt.Sprint(i), i * 7 % 5})
	}
	sort.SliceStable(many, func(i, j int) bool { return many[i].Age < many[j].Age })
	for _, p := range many {
		fmt.Print(p.Name, " ")
	}
	fmt.Println()
	sort.Stable(ByAge(many))
	fmt.Println(sort.IsSorted(ByAge(many)), many[0], many[39])
	asc := []int{1, 3, 5, 7}
	fmt.Println(sort.SearchInts(asc, 5), sort.SearchInts(asc, 4), sort.SearchInts(asc, 9), sort.Search(4, func(i int) bool { return asc[i] >= 3 }))
	m := map[string]int{"c": 3, "a": 1, "b": 2}
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	big := make([]int, 500)
	for i := range big {
		big[i] = i * 7919 % 503
	}
	sort.Ints(big)
	fmt.Println(sort.IntsAreSorted(big), big[0], big[499])
}

// Output:
// [-1 0 2 5 5 8] [ B a b] [-1 0 2.5] true false
// [{Bob 25} {Ann 30} {Cid 35}]
// [{Cid 35} {Bob 25} {Ann 30}]
// [8 5 5 2 0 -1]
// 0 5 10 15 20 25 30 35 3 8 13 18 23 28 33 38 1 6 11 16 21 26 31 36 4 9 14 19 24 29 34 39 2 7 12 17 22 27 32 37
// true {0 0} {37 4}
// 2 2 4 1
// [a b c]
// true 0 502
