// Structs are values; == compares field by field; the empty struct; anonymous structs convert.
package main

import "fmt"

type Point struct {
	X, Y int
}

type Person struct {
	Name string
	Home Point
	tags [2]string
}

func move(p Point) Point {
	p.X += 10
	return p
}

func movePointer(p *Point) { p.X += 10 }

func main() {
	p := Point{1, 2}
	q := p
	q.X = 5
	fmt.Println(p, q, p == q, p == Point{1, 2})
	fmt.Println(move(p), p)
	movePointer(&p)
	fmt.Println(p)
	a := Person{Name: "Ann", Home: p}
	b := a
	b.Home.Y = 7
	b.tags[1] = "x"
	fmt.Println(a, b, a == b, a != b)
	pp := &b
	pp.Home.X = -1
	(*pp).Name = "Bob"
	fmt.Println(b.Home, b.Name)
	px := &b.Home.X
	*px = 99
	fmt.Println(b.Home)
	var zero Person
	fmt.Printf("%v|%+v\n", zero, zero)
	var anon struct{ X, Y int } = p
	p = anon
	fmt.Println(Point(anon) == p, anon)
	var e1, e2 struct{}
	fmt.Println(e1 == e2, e1)
	arr := []Point{{1, 1}, {2, 2}}
	for _, v := range arr {
		v.X = 100
	}
	for i := range arr {
		arr[i].Y = 200
	}
	fmt.Println(arr)
	type T struct {
		_ int
		N int
	}
	fmt.Println(T{N: 1}.N)
	swap := [2]Point{{1, 2}, {3, 4}}
	swap[0], swap[1] = swap[1], swap[0]
	fmt.Println(swap)
}

// Output:
// {1 2} {5 2} false true
// {11 2} {1 2}
// {11 2}
// {Ann {11 2} [ ]} {Ann {11 7} [ x]} false true
// {-1 7} Bob
// {99 7}
// { {0 0} [ ]}|{Name: Home:{X:0 Y:0} tags:[ ]}
// true {11 2}
// true {}
// [{1 200} {2 200}]
// 1
// [{3 4} {1 2}]
