//gopark:unsynchronized
package sort

import "internal/pdqsort"

// stable sorts blocks and merges them in place by rotations. (Go: sort.stable.)
type stable pdqsort.Data

func (d stable) sort(n int) {
	size := 20
	for a := 0; a < n; a += size {
		pdqsort.Data(d).Insertion(a, min(a+size, n))
	}
	for ; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			d.merge(a, a+size, min(a+2*size, n))
		}
	}
}

// first is the first i of [i, j) that is not before.
func first(i, j int, before func(int) bool) int {
	for i < j {
		if h := int(uint(i+j) >> 1); before(h) {
			i = h + 1
		} else {
			j = h
		}
	}
	return i
}

// merge merges the sorted ranges [a, m) and [m, b): what is beyond the middle of the smaller
// symmetrical part changes sides, and then each side is merged. (SymMerge, Kim and Kutzner 2004.)
func (d stable) merge(a, m, b int) {
	if m-a == 1 {
		end := first(m, b, func(h int) bool { return d.Less(h, a) })
		for k := a; k < end-1; k++ {
			d.Swap(k, k+1)
		}
		return
	}
	if b-m == 1 {
		end := first(a, m, func(h int) bool { return !d.Less(m, h) })
		for k := m; k > end; k-- {
			d.Swap(k, k-1)
		}
		return
	}
	mid := int(uint(a+b) >> 1)
	n := mid + m
	start, r := a, m
	if m > mid {
		start, r = n-b, mid
	}
	start = first(start, r, func(c int) bool { return !d.Less(n-1-c, c) })
	end := n - start
	if start < m && m < end {
		d.rotate(start, m, end)
	}
	if a < start && start < mid {
		d.merge(a, start, mid)
	}
	if mid < end && end < b {
		d.merge(mid, end, b)
	}
}

func (d stable) swapRange(a, b, n int) {
	for i := 0; i < n; i++ {
		d.Swap(a+i, b+i)
	}
}

// rotate exchanges the neighbours [a, m) and [m, b).
func (d stable) rotate(a, m, b int) {
	i, j := m-a, b-m
	for i != j {
		if i > j {
			d.swapRange(m-i, m, j)
			i -= j
		} else {
			d.swapRange(m-i, m+j-i, i)
			j -= i
		}
	}
	d.swapRange(m-i, m, i)
}
