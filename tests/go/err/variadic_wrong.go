package main

func a(xs ...int, y int) {}
func b(...int, ...string) {}
func c(x ...int)          {}

func main() {
	c([]int{1}...)
	c([]string{"a"}...)
	c(1, []int{2}...)
	c([2]int{}...)
	var x ...int // ERROR "syntax error: unexpected \.\.\., expected type"
}
