// Package pdqsort sorts as Go's packages sort and slices do, comparison by comparison and exchange by
// exchange: where elements are equal, or less contradicts itself, the order that comes out is Go's.
// (Go: sort/zsortfunc.go; Orson Peters, pattern-defeating quicksort.)
//
//gopark:unsynchronized
package pdqsort

import "math/bits"

type Data struct {
	Less func(i, j int) bool
	Swap func(i, j int)
}

// maxInsertion is the length up to which insertion is the fastest.
const maxInsertion = 12

type hint int

const (
	unknown hint = iota
	increasing
	decreasing
)

// Sort sorts the first n elements.
func (d Data) Sort(n int) { d.sort(0, n, bits.Len(uint(n))) }

// sort falls back on a heap after `limit` bad pivots.
func (d Data) sort(a, b, limit int) {
	wasBalanced, wasPartitioned := true, true
	for {
		length := b - a
		if length <= maxInsertion {
			d.Insertion(a, b)
			return
		}
		if limit == 0 {
			d.heap(a, b)
			return
		}
		if !wasBalanced {
			d.breakPatterns(a, b)
			limit--
		}
		pivot, guess := d.choosePivot(a, b)
		if guess == decreasing {
			d.reverse(a, b)
			pivot = (b - 1) - (pivot - a)
			guess = increasing
		}
		if wasBalanced && wasPartitioned && guess == increasing && d.partialInsertion(a, b) {
			return
		}
		if a > 0 && !d.Less(a-1, pivot) { // many are equal
			a = d.partitionEqual(a, b, pivot)
			continue
		}
		var mid int
		mid, wasPartitioned = d.partition(a, b, pivot)
		left, right := mid-a, b-mid
		if left < right {
			wasBalanced = left >= length/8
			d.sort(a, mid, limit)
			a = mid + 1
		} else {
			wasBalanced = right >= length/8
			d.sort(mid+1, b, limit)
			b = mid
		}
	}
}

// Insertion sorts the range [a, b).
func (d Data) Insertion(a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && d.Less(j, j-1); j-- {
			d.Swap(j, j-1)
		}
	}
}

func (d Data) siftDown(root, hi, first int) {
	for {
		child := 2*root + 1
		if child >= hi {
			return
		}
		if child+1 < hi && d.Less(first+child, first+child+1) {
			child++
		}
		if !d.Less(first+root, first+child) {
			return
		}
		d.Swap(first+root, first+child)
		root = child
	}
}

func (d Data) heap(a, b int) {
	hi := b - a
	for i := (hi - 1) / 2; i >= 0; i-- {
		d.siftDown(i, hi, a)
	}
	for i := hi - 1; i >= 0; i-- {
		d.Swap(a, a+i)
		d.siftDown(0, i, a)
	}
}

// partition puts what is less than the pivot before it, and tells whether it was there already.
func (d Data) partition(a, b, pivot int) (mid int, already bool) {
	d.Swap(a, pivot)
	i, j := a+1, b-1
	for already = true; ; already = false {
		for i <= j && d.Less(i, a) {
			i++
		}
		for i <= j && !d.Less(j, a) {
			j--
		}
		if i > j {
			d.Swap(j, a)
			return j, already
		}
		d.Swap(i, j)
		i++
		j--
	}
}

// partitionEqual puts what equals the pivot first; nothing is less.
func (d Data) partitionEqual(a, b, pivot int) int {
	d.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !d.Less(a, i) {
			i++
		}
		for i <= j && d.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		d.Swap(i, j)
		i++
		j--
	}
}

// partialInsertion sorts what is nearly sorted, and tells whether it has.
func (d Data) partialInsertion(a, b int) bool {
	i := a + 1
	for step := 0; step < 5; step++ {
		for i < b && !d.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		d.Swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && d.Less(j, j-1); j-- {
				d.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && d.Less(j, j-1); j++ {
				d.Swap(j, j-1)
			}
		}
	}
	return false
}

// breakPatterns exchanges the elements in the middle with some that look random.
func (d Data) breakPatterns(a, b int) {
	length := b - a
	random := uint64(length)
	mask := uint(1)<<uint(bits.Len(uint(length))) - 1
	middle := a + length/4*2
	for i := middle - 1; i <= middle+1; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= length {
			other -= length
		}
		d.Swap(i, a+other)
	}
}

func (d Data) choosePivot(a, b int) (pivot int, guess hint) {
	l := b - a
	swaps := 0
	i, j, k := a+l/4*1, a+l/4*2, a+l/4*3
	if l >= 50 {
		i = d.median(i-1, i, i+1, &swaps)
		j = d.median(j-1, j, j+1, &swaps)
		k = d.median(k-1, k, k+1, &swaps)
	}
	j = d.median(i, j, k, &swaps)
	switch swaps {
	case 0:
		return j, increasing
	case 4 * 3:
		return j, decreasing
	}
	return j, unknown
}

// inOrder gives a and b with the lesser first.
func (d Data) inOrder(a, b int, swaps *int) (int, int) {
	if d.Less(b, a) {
		*swaps++
		return b, a
	}
	return a, b
}

func (d Data) median(a, b, c int, swaps *int) int {
	a, b = d.inOrder(a, b, swaps)
	b, c = d.inOrder(b, c, swaps)
	a, b = d.inOrder(a, b, swaps)
	return b
}

func (d Data) reverse(a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		d.Swap(a, b)
	}
}
