// sort: where elements are equal, the order is that of Go's own algorithm, pattern-defeating
// quicksort; what is not a slice is refused as Go refuses it.
package main

import (
	"fmt"
	"sort"
)

type record struct{ key, place int }

type byKey []record

func (b byKey) Len() int           { return len(b) }
func (b byKey) Less(i, j int) bool { return b[i].key < b[j].key }
func (b byKey) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

// records have keys below m, many of them twice.
func records(n, m int) []record {
	state := uint64(n)
	r := make([]record, n)
	for i := range r {
		state = state*6364136223846793005 + 1442695040888963407
		r[i] = record{int((state >> 33) % uint64(m)), i}
	}
	return r
}

func places(r []record) (hash uint32) {
	for _, x := range r {
		hash = hash*31 + uint32(x.place)
	}
	return
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	few := records(14, 3)
	sort.Slice(few, func(i, j int) bool { return few[i].key < few[j].key })
	fmt.Println(few)
	for _, n := range []int{12, 13, 30, 49} {
		m := n/2 + 1
		a, b, c, d := records(n, m), records(n, m), records(n, m), records(n, m)
		sort.Slice(a, func(i, j int) bool { return a[i].key < a[j].key })
		sort.Sort(byKey(b))
		sort.Sort(sort.Reverse(byKey(c)))
		compared := 0
		sort.SliceStable(d, func(i, j int) bool { compared++; return d[i].key < d[j].key })
		fmt.Println(n, places(a), places(b), places(c), places(d), compared)
	}
	try(func() { sort.Slice(5, nil) })
	try(func() { sort.Slice(nil, nil) })
	try(func() { sort.SliceStable([2]int{}, nil) })
	try(func() { sort.SliceIsSorted(1.5, nil) })
}

// Output:
// [{0 2} {0 4} {0 6} {1 10} {1 12} {1 0} {1 5} {1 7} {2 3} {2 9} {2 8} {2 11} {2 1} {2 13}]
// 12 1124549254 1124549254 3904774632 1124549254 36
// 13 2226626096 2226626096 1160330520 2649166146 46
// 30 3571860739 3571860739 4049748725 3993726935 191
// 49 1823848336 1823848336 1345566854 3309710804 268
// reflect: call of Swapper on int Value
// reflect: call of Swapper on zero Value
// reflect: call of Swapper on array Value
// reflect: call of reflect.Value.Len on float64 Value
