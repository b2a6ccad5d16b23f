// iota counts the lines of one const block, also through skipped and repeated expressions.
package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

const (
	first  = "x"
	second // repeats "x"
	third  = iota
	fourth
)

const single = iota

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(KB, MB, GB)
	fmt.Println(first, second, third, fourth, single)
	const (
		local = iota + 5
		next
	)
	fmt.Println(local, next)
	fmt.Printf("%T %T %T\n", Monday, a, KB)
}

// Output:
// 0 1 2 4
// 0 0 1 10 3 30
// 1024 1048576 1073741824
// x x 2 3 0
// 5 6
// main.Weekday int int
