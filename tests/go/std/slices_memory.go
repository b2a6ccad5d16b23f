// slices: where results share memory with arguments, how much they hold, and what is out of bounds.
package main

//gopark:go1.22

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
)

func try(f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok && errors.Unwrap(e) == nil {
			r = e.Error()
		}
		fmt.Println(r)
	}()
	f()
}

type record struct{ key, place int }

func main() {
	s := []int{1, 2, 3, 4, 5}
	fmt.Println(slices.Insert(s[:2], 1, s[3:]...), s)
	t := append(make([]int, 0, 10), 1, 2, 3, 4, 5)
	t = slices.Insert(t, 1, t[3:5]...)
	fmt.Println(t, cap(t))
	u := []int{1, 2, 3, 4}
	fmt.Println(slices.Delete(u, 0, 2), u, slices.Replace(u, 1, 2, u[0], 9), u)
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 2, 3, 1}), slices.DeleteFunc([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	fmt.Println(slices.Concat[[]int]() == nil, cap(slices.Concat([]int{1}, nil, []int{2, 3})), cap(slices.Repeat([]byte{1, 2, 3}, 3)), slices.Repeat([]int{}, 2) == nil)
	fmt.Println(slices.Clone([]int(nil)) == nil, slices.Clone([]int{}) == nil, slices.Grow([]int(nil), 0) == nil, cap(slices.Grow([]int{1}, 5)), cap(slices.Clip(make([]int, 2, 8))))
	zero := 0.0
	fmt.Println(math.Signbit(slices.Max([]float64{-zero, 0})), slices.Min([]float64{1, math.NaN()}))
	slices.CompactFunc([]int{1, 2, 4}, func(a, b int) bool { fmt.Print(a, ">", b, " "); return false })
	fmt.Println()

	many := make([]record, 14)
	for i := range many {
		many[i] = record{i * 7 % 3, i}
	}
	slices.SortFunc(many, func(a, b record) int { return a.key - b.key })
	fmt.Println(many)

	for _, f := range []func(){
		func() { slices.Insert([]int{1, 2, 3}, 5) },
		func() { slices.Insert(make([]int, 3, 8), 5, 1) },
		func() { slices.Insert([]int{1}, -1, 1) },
		func() { slices.Delete([]int{1, 2, 3}, 2, 1) },
		func() { slices.Delete(make([]int, 3, 8), 1, 5) },
		func() { slices.Replace([]int{1, 2, 3}, 1, 5) },
		func() { slices.Replace(make([]int, 3, 8), 1, 5, 1) },
		func() { slices.Repeat(make([]int, 1<<10), 1<<60) },
		func() {
			var kept func(int) bool
			slices.Collect(iter.Seq[int](func(yield func(int) bool) { kept = yield }))
			kept(1)
		},
	} {
		try(f)
	}
}

// Output:
// [1 4 5 2] [1 4 5 2 5]
// [1 4 5 2 3 4 5] 10
// [3 4] [3 4 0 0] [3 3 9 0 0] [3 4 0 0]
// [1 2 3 1] [1 3]
// true 3 9 false
// true false true 6 2
// false NaN
// 2>1 4>2
// [{0 6} {0 12} {0 9} {0 3} {0 0} {1 4} {1 1} {1 10} {1 7} {1 13} {2 8} {2 5} {2 2} {2 11}]
// runtime error: slice bounds out of range [5:3]
// runtime error: slice bounds out of range [5:3]
// runtime error: slice bounds out of range [-1:]
// runtime error: slice bounds out of range [2:1:]
// runtime error: slice bounds out of range [:5:3]
// runtime error: slice bounds out of range [:5] with capacity 3
// runtime error: slice bounds out of range [5:3]
// the result of (len(x) * count) overflows
// runtime error: range function continued iteration after whole loop exit
