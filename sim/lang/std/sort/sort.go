// Package sort follows Go's package sort. Sort and Slice are stable here, which Go allows.
//
//gopark:unsynchronized
package sort

import "internal/reflectlite"

type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// lessSwap is what all kinds of sorting come down to.
type lessSwap struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func of(data Interface) lessSwap { return lessSwap{data.Less, data.Swap} }

const block = 12

func (d lessSwap) insertion(a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && d.less(j, j-1); j-- {
			d.swap(j, j-1)
		}
	}
}

// sort sorts blocks and merges them in place by rotations.
func (d lessSwap) sort(n int) {
	size := block
	for a := 0; a < n; a += size {
		d.insertion(a, least(a+size, n))
	}
	for ; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			d.merge(a, a+size, least(a+2*size, n))
		}
	}
}

func least(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// merge merges the sorted ranges [a, m) and [m, b): what is beyond the middle of the smaller
// symmetrical part changes sides, and then each side is merged. (SymMerge, Kim and Kutzner 2004.)
func (d lessSwap) merge(a, m, b int) {
	if a >= m || m >= b || !d.less(m, m-1) {
		return
	}
	if m-a == 1 {
		for i := a; i+1 < b && d.less(i+1, i); i++ {
			d.swap(i, i+1)
		}
		return
	}
	if b-m == 1 {
		for i := m; i > a && d.less(i, i-1); i-- {
			d.swap(i, i-1)
		}
		return
	}
	mid := (a + b) / 2
	n := mid + m
	start, r := a, m
	if m > mid {
		start, r = n-b, mid
	}
	for p := n - 1; start < r; {
		if c := (start + r) / 2; !d.less(p-c, c) {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	d.rotate(start, m, end)
	d.merge(a, start, mid)
	d.merge(mid, end, b)
}

func (d lessSwap) reverse(a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		d.swap(a, b)
	}
}

func (d lessSwap) rotate(a, m, b int) {
	if a < m && m < b {
		d.reverse(a, m)
		d.reverse(m, b)
		d.reverse(a, b)
	}
}

func Sort(data Interface)   { of(data).sort(data.Len()) }
func Stable(data Interface) { of(data).sort(data.Len()) }

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

func Slice(x any, less func(i, j int) bool) {
	lessSwap{less, func(i, j int) { reflectlite.Swap(x, i, j) }}.sort(reflectlite.Len(x))
}
func SliceStable(x any, less func(i, j int) bool) { Slice(x, less) }
func SliceIsSorted(x any, less func(i, j int) bool) bool {
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
