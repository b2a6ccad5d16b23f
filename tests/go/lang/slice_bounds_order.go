// The bounds of a slice beside a call that changes what they name: gc keeps what is more than a name.
package main

import "fmt"

var global = 1

func bump() int {
	global++
	return global
}

func main() {
	list := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	n, text := 1, "0123456789"
	array := [...]int{0, 1, 2, 3, 4, 5, 6, 7}
	inc := func() int { n++; return n }
	fmt.Println(list[n+1 : n+1+inc()])
	n = 1
	fmt.Println(list[n : n+inc()])
	n = 1
	fmt.Println(text[n*2:5+inc()], text[n:4+inc()])
	n = 1
	fmt.Println(list[n-1 : n+2 : 3+inc()])
	fmt.Println(array[global+1:5+bump()], array[(global):5+bump()])
	p := &n
	n = 2
	fmt.Println(list[*p : 3+inc()])
	s := struct{ low int }{1}
	q := &s
	fmt.Println(list[q.low:func() int { q.low = 3; return 5 }()])
	grown := []int{1}
	grow := func() int { grown = append(grown, 1); return 5 }
	fmt.Println(list[len(grown):grow()], list[len(grown)+0:grow()])
	short := list
	fmt.Println(short[1:func() int { short = short[5:]; return 2 }()])
}

// Output:
// [2 3 4]
// [2 3]
// 23456 3456
// [0 1 2]
// [2 3 4 5 6] [3 4 5 6 7]
// [2 3 4 5]
// [1 2 3 4]
// [1 2 3 4] [2 3 4]
// [6]
