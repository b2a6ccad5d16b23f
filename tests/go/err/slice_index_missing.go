package main

import "fmt"

func main() {
	a := []int{1, 2, 3}
	fmt.Println(a[:], a[1:], a[:2], a[:2:3])
	fmt.Println(a[1:2:]) // ERROR "final index required in 3-index slice"
	fmt.Println(a[::2]) // ERROR "middle index required in 3-index slice"
	fmt.Println(a[::]) // ERROR "middle index required in 3-index slice" "final index required in 3-index slice"
	b := a[undefined::2] // ERROR "undefined: undefined" "middle index required in 3-index slice"
	fmt.Println(b[:1:], b[::1], b[0:1:]) // ERROR "final index required in 3-index slice" "middle index required in 3-index slice" "final index required in 3-index slice"
	m := map[int]int{}
	_ = m[::2] // ERROR "invalid operation: cannot slice m \(variable of type map\[int\]int\)" "middle index required in 3-index slice"
	_ = "abc"[::2] // ERROR "middle index required in 3-index slice" "invalid operation: 3-index slice of string"
	var s string = 1 // ERROR "cannot use 1 \(untyped int constant\) as string value in variable declaration"
	_ = s
}
