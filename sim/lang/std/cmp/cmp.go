// Package cmp follows Go's package cmp.
//
//gopark:quiet
package cmp

type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 | ~string
}

func Less[T Ordered](x, y T) bool { return x != x && y == y || x < y }

func Compare[T Ordered](x, y T) int {
	switch {
	case x < y || x != x && y == y:
		return -1
	case x == y || x != x && y != y:
		return 0
	}
	return 1
}

func Or[T comparable](vals ...T) T {
	var zero T
	for _, val := range vals {
		if val != zero {
			return val
		}
	}
	return zero
}
