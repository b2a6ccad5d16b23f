package main

type number int
type text string

func results() (int, string) { return 3, "x" }

func main() {
	var s []int
	var m map[string]int
	var c chan int
	var f func()
	var p *int
	var e any
	var err error
	println(s, m, c, f, p, e, err)
	println()
	println(number(5), text("q"), 'a', 1.5, true)
	print(results())
	println(results())
	print("a", 1, "b\n")
	println(s == nil, len(s), make([]int, 0, 3) == nil)
}

// Stderr: [0/0]0x0 0x0 0x0 0x0 0x0 (0x0,0x0) (0x0,0x0)
// Output:
