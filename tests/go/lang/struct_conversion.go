// Conversion between types with the same underlying type, tags ignored; functions and slices too.
package main

import "fmt"

type A struct {
	X int `tag:"a"`
	Y string
}
type B struct {
	X int
	Y string
}
type F1 func(int) int
type F2 func(int) int
type S1 []int
type S2 []int
type E interface{ Error() string }

type myErr string

func (m myErr) Error() string { return string(m) }

func main() {
	a := A{1, "y"}
	b := B(a)
	b.X = 2
	fmt.Println(a, b, A(b) == a)
	f := F2(F1(func(x int) int { return x + 1 }))
	fmt.Println(f(1))
	s := S2(S1{1, 2})
	s[0] = 9
	fmt.Println(s, []int(s))
	var e E = myErr("e")
	var err error = e
	fmt.Println(err, E(err) == e, error(e).Error())
	p := (*B)(&B{3, "p"})
	q := (*A)(p)
	q.X = 30
	fmt.Println(p.X)
	var ro <-chan int = (<-chan int)(make(chan int, 1))
	fmt.Println(cap(ro))
	var u8 = []uint8("hi")
	fmt.Println([]byte(u8), string(u8))
	fmt.Println(interface{}(5), int64(float64(3.9)*0+5), float64(int8(5))/2)
}

// Output:
// {1 y} {2 y} false
// 2
// [9 2] [9 2]
// e true e
// 30
// 1
// [104 105] hi
// 5 5 2.5
