// Named results start at zero, a bare return gives them, and they can be shadowed inside.
package main

import "fmt"

func split(sum int) (x, y int) {
	x = sum * 4 / 9
	y = sum - x
	return
}

func zero() (i int, s string, p *int, e error, ok bool) { return }

func swap(a, b string) (first, second string) {
	return b, a
}

func pass() (int, int) { return split(17) }

func sum(xs ...int) (total int) {
	for _, x := range xs {
		total += x
	}
	return
}

func blank() (_ int, s string) {
	s = "named"
	return
}

func early(n int) (r string) {
	r = "start"
	if n > 0 {
		r := "inner"
		return r
	}
	return
}

func main() {
	fmt.Println(split(17))
	fmt.Println(zero())
	a, b := swap("x", "y")
	fmt.Println(a, b)
	fmt.Println(pass())
	fmt.Println(sum(pass()))
	fmt.Println(blank())
	fmt.Println(early(0), early(1))
}

// Output:
// 7 10
// 0  <nil> <nil> false
// y x
// 7 10
// 17
// 0 named
// start inner
