// Generic functions that are cheap to support: type inference, constraints by any and unions.
package main

import "fmt"

type Number interface {
	~int | ~int64 | ~float64
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Sum[T Number](xs ...T) (total T) {
	for _, x := range xs {
		total += x
	}
	return
}

func Contains[T comparable](xs []T, want T) bool {
	for _, x := range xs {
		if x == want {
			return true
		}
	}
	return false
}

type Meters float64

func main() {
	fmt.Println(Map([]int{1, 2, 3}, func(x int) string { return fmt.Sprint(x, "!") }))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.0), Sum[int](), Sum(Meters(1), 2))
	fmt.Println(Contains([]string{"a", "b"}, "b"), Contains([]int{1}, 2))
}

// Output:
// [1! 2! 3!]
// 6 3.5 0 3
// true false
