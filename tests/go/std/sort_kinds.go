// sort: basic slices, by a function, stable, reversed, own types, searching.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"math"
	"sort"
)

type person struct {
	name string
	age  int
}

type byAge []person

func (p byAge) Len() int           { return len(p) }
func (p byAge) Less(i, j int) bool { return p[i].age < p[j].age }
func (p byAge) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

type intHeap []int

func (h intHeap) Len() int           { return len(h) }
func (h intHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h intHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *intHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *intHeap) Pop() any {
	old := *h
	n := len(old)
	x := old[n-1]
	*h = old[:n-1]
	return x
}

func main() {
	ints := make([]int, 200)
	x := uint32(1)
	for i := range ints {
		x = x*1664525 + 1013904223
		ints[i] = int(x >> 24)
	}
	sort.Ints(ints)
	fmt.Println(ints[0], ints[99], ints[199], sort.IntsAreSorted(ints), sort.SearchInts(ints, 128))
	strs := []string{"pear", "apple", "fig", "", "banana"}
	sort.Strings(strs)
	fmt.Printf("%q %d %d\n", strs, sort.SearchStrings(strs, "fig"), sort.SearchStrings(strs, "zoo"))
	floats := []float64{2.5, math.NaN(), -1, math.Inf(1), 0}
	sort.Float64s(floats)
	fmt.Println(floats)
	sort.Sort(sort.Reverse(sort.StringSlice(strs)))
	fmt.Println(strs)

	people := []person{{"Ann", 30}, {"Bob", 25}, {"Cid", 30}, {"Dan", 25}, {"Eve", 20}}
	sort.SliceStable(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people)
	sort.Slice(people, func(i, j int) bool { return people[i].name > people[j].name })
	fmt.Println(people, sort.SliceIsSorted(people, func(i, j int) bool { return people[i].name > people[j].name }))
	sort.Stable(byAge(people))
	fmt.Println(people, sort.IsSorted(byAge(people)))
	pairs := make([]person, 100)
	for i := range pairs {
		pairs[i] = person{fmt.Sprint(i), i * 7 % 10}
	}
	sort.Stable(byAge(pairs))
	stable := true
	for i := 1; i < len(pairs); i++ {
		a, b := pairs[i-1], pairs[i]
		stable = stable && (a.age < b.age || a.age == b.age && len(a.name) <= len(b.name))
	}
	fmt.Println(stable, pairs[0], pairs[99])
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 }))

	h := &intHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	(*h)[0] = 10
	heap.Fix(h, 0)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	l := list.New()
	four := l.PushBack(4)
	l.PushFront(1)
	l.InsertBefore(3, four)
	l.MoveToFront(four)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	r := ring.New(3)
	for i := 0; i < 3; i++ {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(l.Len(), r.Len())
}

// Output:
// 0 126 255 true 101
// ["" "apple" "banana" "fig" "pear"] 3 5
// [NaN -1 0 2.5 +Inf]
// [pear fig banana apple ]
// [{Eve 20} {Bob 25} {Dan 25} {Ann 30} {Cid 30}]
// [{Eve 20} {Dan 25} {Cid 30} {Bob 25} {Ann 30}] true
// [{Eve 20} {Dan 25} {Bob 25} {Cid 30} {Ann 30}] true
// true {0 0} {97 9}
// 8
// 3 5 8 10 4 1 3 0 1 2 3 3
