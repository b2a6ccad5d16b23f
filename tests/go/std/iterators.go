// Package iter, and the iterators of slices, maps and strings. (Go 1.23 and 1.24.)
package main

//gopark:go1.22

import (
	"fmt"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("numbers ends")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func filter[V any](seq iter.Seq[V], keep func(V) bool) iter.Seq[V] {
	return func(yield func(V) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func main() {
	next, stop := iter.Pull(numbers(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	stop()

	next, stop = iter.Pull(numbers(1))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())

	next2, stop2 := iter.Pull2(slices.All([]string{"a", "b"}))
	fmt.Println(next2())
	stop2()

	_, stop = iter.Pull(numbers(5))
	stop()

	next, _ = iter.Pull(func(yield func(int) bool) { panic("in the iterator") })
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		next()
	}()
	fmt.Println(next())

	even := filter(numbers(6), func(n int) bool { return n%2 == 0 })
	fmt.Println(slices.Collect(even))
	for a, b := range zip(slices.Values([]string{"x", "y", "z"}), numbers(2)) {
		fmt.Println(a, b)
	}

	m := map[string]int{"one": 1, "two": 2, "three": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	fmt.Println(maps.Collect(slices.All([]string{"p", "q"})))
	for i, v := range slices.Backward([]int{1, 2, 3}) {
		fmt.Print(i, "=", v, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c, " ")
	}
	fmt.Println(slices.AppendSeq([]int{0}, slices.Values([]int{1, 2})))
	fmt.Println(slices.SortedFunc(slices.Values([]int{1, 3, 2}), func(a, b int) int { return b - a }))
	fmt.Println(slices.Collect(maps.Keys(map[int]bool{7: true})))
	for line := range strings.Lines("a\nb\nc") {
		fmt.Printf("%q ", line)
	}
	fmt.Println(slices.Collect(strings.SplitSeq("a,b,c", ",")), slices.Collect(strings.FieldsSeq(" x  y ")))
	runtime.Gosched()
	fmt.Println(runtime.NumGoroutine())
}

// Output:
// 0 true
// 1 true
// numbers ends
// 0 false
// 0 true
// numbers ends
// 0 false
// 0 false
// 0 a true
// recovered: in the iterator
// 0 false
// numbers ends
// [0 2 4]
// x 0
// y 1
// numbers ends
// [one three two] [1 2 3]
// map[0:p 1:q]
// 2=3 1=2 0=1 [1 2] [3 4] [5] [0 1 2]
// [3 2 1]
// [7]
// "a\n" "b\n" "c" [a b c] [x y]
// 1
