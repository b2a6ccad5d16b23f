package main

import "fmt"

func c(x ...int)            {}
func d(s string, a ...interface{}) {}

func main() {
	c([]int{1}...)
	c([]string{"a"}...)
	c(1, []int{2}...)
	c([2]int{}...)
	c("a")
	c(1, "b", 2)
	c(nil)
	d()
	d(1)
	d("a", []int{1}...)
	d("a", []interface{}{1}...)
	f := func(x int) {}
	f([]int{1}...)
	fmt.Println([]string{"a"}...)
	append([]int{}, 1...) // ERROR "syntax error: unexpected \., expected name or \("
}
