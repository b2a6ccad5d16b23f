// Dynamic calls, nil interfaces, comparing, embedding.
package main

import "fmt"

type Shape interface {
	Area() int
	Named
}
type Named interface{ Name() string }

type Square struct{ side int }
type Rect struct{ w, h int }

func (s Square) Area() int    { return s.side * s.side }
func (s Square) Name() string { return "square" }
func (r *Rect) Area() int     { return r.w * r.h }
func (r *Rect) Name() string  { return "rect" }

func total(shapes ...Shape) (sum int) {
	for _, s := range shapes {
		sum += s.Area()
	}
	return sum
}

func find(ok bool) Shape {
	if ok {
		return Square{9}
	}
	return nil
}

func broken() Shape {
	var r *Rect
	return r
}

func main() {
	r := &Rect{2, 3}
	shapes := []Shape{Square{2}, r, &Square{3}}
	for _, s := range shapes {
		fmt.Println(s.Name(), s.Area())
	}
	r.w = 10
	fmt.Println(total(shapes...), total())
	fmt.Println(find(true) == nil, find(false) == nil, broken() == nil)
	var n Named = shapes[0]
	fmt.Println(n.Name(), n == Named(Square{2}), n == Named(Square{3}))
	var a, b interface{} = 1, 1
	fmt.Println(a == b, a == 1, a != "1", a == int64(1), a == nil)
	var x, y interface{} = r, r
	fmt.Println(x == y, x == &Rect{10, 3})
	var e interface{}
	fmt.Println(e == nil, e)
	var s Shape
	fmt.Printf("%v %T %T\n", s, s, shapes[1])
	sq := Square{1}
	s = sq
	sq.side = 50
	fmt.Println(s.Area())
	var arr1, arr2 interface{} = [2]int{1, 2}, [2]int{1, 2}
	fmt.Println(arr1 == arr2)
}

// Output:
// square 4
// rect 6
// square 9
// 43 0
// false true false
// square true false
// true true true false false
// true false
// true <nil>
// <nil> <nil> *main.Rect
// 1
// true
