// All forms of for that mean the same in every Go.
package main

import "fmt"

func limit() int { fmt.Print("limit "); return 3 }

func main() {
	for i := 0; i < limit(); i++ {
		fmt.Print(i, " ")
	}
	fmt.Println()
	n := 3
	for n > 0 {
		n--
	}
	for {
		n++
		if n == 5 {
			break
		}
	}
	fmt.Println(n)
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	fmt.Println()
	var k int
	for k = range []string{"a", "b", "c"} {
	}
	fmt.Println(k)
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 20
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	t := []int{1, 2, 3}
	for i, v := range t {
		if i == 0 {
			t[2] = 30
			t = t[:1]
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println(t)
	var nothing []int
	for range nothing {
		fmt.Println("never")
	}
	count := 0
	for range s {
		count++
	}
	var arr [4]struct{}
	for i := range arr {
		count += i
	}
	fmt.Println(count)
	type acc struct{ i, v int }
	var a acc
	for a.i, a.v = range []int{7, 8} {
	}
	fmt.Println(a)
	xs := make([]int, 2)
	for xs[0], xs[1] = range []int{5, 6} {
	}
	fmt.Println(xs)
	for ; ; n-- {
		if n < 0 {
			break
		}
	}
	fmt.Println(n)
	for i := 0; i < 5; i++ {
		if i%2 == 0 {
			continue
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
}

// Output:
// limit 0 limit 1 limit 2 limit
// 5
// 0 10 1 8 2 6 3 4
// 2
// 1 2 3 [1 20 3 4]
// 0 1 1 2 2 30 [1]
// 10
// {1 8}
// [1 6]
// -1
// 1 3
