package main

import "fmt"

func main() {
	used := 1
	func() { fmt.Println(used) }()
	counter := 0
	f := func() { counter++ }
	f()
	p := new(int)
	*p = 1
	s := []int{1}
	s[0] = 2
	g := func() {} // ERROR "declared and not used: g"
}
