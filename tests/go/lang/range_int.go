//gopark:go1.22
package main

import "fmt"

// Range over an integer, and one loop variable for each iteration, as in Go 1.22.

func main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	var n int8 = 3
	for i := range n {
		fmt.Printf("%T ", i)
	}
	for range 0 {
		fmt.Print("never")
	}
	for i := range -1 {
		fmt.Print("never", i)
	}
	fmt.Println()
	m := 3
	for i := range m {
		m = 10
		i += 5
		fmt.Print(i, " ")
	}
	fmt.Println(m)
	const c = 2
	for i := range c {
		fmt.Printf("%d %T ", i, i)
	}
	fmt.Println()
}

// Output:
// 0 1 2 x x int8 int8 int8
// 5 6 7 10
// 0 int 1 int
