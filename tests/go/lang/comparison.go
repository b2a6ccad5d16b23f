// == and < over all kinds that allow it.
package main

import "fmt"

type S struct {
	a int
	b string
	c interface{}
}

func main() {
	fmt.Println(1 == 1.0, 'a' == 97, "a" < "b", 2.5 >= 2)
	fmt.Println(S{1, "x", 2} == S{1, "x", 2}, S{1, "x", 2} == S{1, "x", "2"}, S{} == S{})
	a, b := [2]string{"x", "y"}, [2]string{"x", "y"}
	fmt.Println(a == b, a != [2]string{"x"})
	c1, c2 := make(chan int), make(chan int)
	var c3 <-chan int = c1
	fmt.Println(c1 == c2, c1 == c3, c1 != nil)
	var i interface{} = 5
	var e error
	n := 5
	fmt.Println(i == n, n == i, i == 5.0, e == nil, i != nil)
	x, y := &n, &n
	fmt.Println(x == y, *x == *y, x != nil)
	var m map[string]int
	var s []int
	var f func()
	fmt.Println(m == nil, s == nil, f == nil)
	type T struct{ e interface{} }
	defer func() { fmt.Println(recover()) }()
	fmt.Println(T{1} == T{2}, T{"a"} == T{"a"})
	fmt.Println(T{[]int{}} == T{1})
	fmt.Println(T{[]int{}} == T{[]int{}})
}

// Output:
// true true true true
// true false true
// true true
// false true true
// true true false true true
// true true true
// true true true
// false true
// false
// runtime error: comparing uncomparable type []int
