// Package sort follows Go's package sort.
//
//gopark:unsynchronized
package sort

import (
	"internal/pdqsort"
	"internal/reflectlite"
)

type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort leaves equal elements in the order in which Go's does.
func Sort(data Interface) { pdqsort.Data{data.Less, data.Swap}.Sort(data.Len()) }

func Stable(data Interface) { stable{data.Less, data.Swap}.sort(data.Len()) }

func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

func Reverse(data Interface) Interface { return &reverse{data} }

// swapper panics as Go's does when x is no slice.
func swapper(x any) func(i, j int) {
	if reflectlite.KindOf(x) != reflectlite.Slice {
		panic(&reflectlite.ValueError{"Swapper", reflectlite.KindOf(x)})
	}
	return func(i, j int) { reflectlite.Swap(x, i, j) }
}

func Slice(x any, less func(i, j int) bool) {
	pdqsort.Data{less, swapper(x)}.Sort(reflectlite.Len(x))
}
func SliceStable(x any, less func(i, j int) bool) {
	stable{less, swapper(x)}.sort(reflectlite.Len(x))
}
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	switch reflectlite.KindOf(x) {
	case reflectlite.Array, reflectlite.Chan, reflectlite.Map, reflectlite.Slice, reflectlite.String:
	default:
		panic(&reflectlite.ValueError{"reflect.Value.Len", reflectlite.KindOf(x)})
	}
	for i := reflectlite.Len(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort()              { Sort(x) }

type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort()              { Sort(x) }

type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort()              { Sort(x) }

func Ints(x []int)         { Sort(IntSlice(x)) }
func Float64s(x []float64) { Sort(Float64Slice(x)) }
func Strings(x []string)   { Sort(StringSlice(x)) }

func IntsAreSorted(x []int) bool         { return IsSorted(IntSlice(x)) }
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }
func StringsAreSorted(x []string) bool   { return IsSorted(StringSlice(x)) }

func Search(n int, f func(int) bool) int {
	i, j := 0, n
	for i < j {
		h := int(uint(i+j) >> 1)
		if !f(h) {
			i = h + 1
		} else {
			j = h
		}
	}
	return i
}

func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

func SearchInts(a []int, x int) int { return Search(len(a), func(i int) bool { return a[i] >= x }) }
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
func (p IntSlice) Search(x int) int         { return SearchInts(p, x) }
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }
func (p StringSlice) Search(x string) int   { return SearchStrings(p, x) }
