package main

func a(xs ...int, y int)  {} // ERROR "can only use \.\.\. with final parameter in list"
func b(...int, ...string) {} // ERROR "can only use \.\.\. with final parameter in list"
func c(x ...int)          {}

func main() {
	c(1, 2)
}
