// Composite literals: keys, elided types, pointers, nested.
package main

import "fmt"

type Point struct{ X, Y int }
type Line struct {
	From, To Point
	Tags     []string
}

func main() {
	ps := []Point{{1, 2}, {Y: 3}, {}}
	pp := []*Point{{4, 5}, nil}
	m := map[string]Point{"a": {1, 1}}
	mm := map[Point]string{{1, 2}: "one-two"}
	l := Line{From: Point{1, 1}, Tags: []string{"x"}}
	l2 := &Line{Point{}, Point{2, 2}, nil}
	fmt.Println(ps, *pp[0], pp[1] == nil, m, mm[Point{1, 2}], l, *l2)
	s := []int{5: 1, 2, 1: 7}
	fmt.Println(s, len(s))
	nested := [][]int{{1}, {2, 3}, {}}
	fmt.Println(nested, len(nested))
	vowels := [128]bool{'a': true, 'e': true}
	fmt.Println(vowels['a'], vowels['b'])
	anon := struct {
		Name string
		Age  int
	}{"Ann", 30}
	fmt.Println(anon, anon.Name)
	people := []struct{ Name string }{{"a"}, {"b"}}
	fmt.Println(people)
	mp := map[string]*Point{"p": {7, 8}}
	mp["p"].X++
	fmt.Println(*mp["p"])
	matrix := [2][2]int{{1, 2}, {3, 4}}
	fmt.Println(matrix)
	ms := map[string][]int{"a": {1, 2}}
	ms["a"][0] = 5
	ms["b"] = append(ms["b"], 1)
	fmt.Println(ms)
}

// Output:
// [{1 2} {0 3} {0 0}] {4 5} true map[a:{1 1}] one-two {{1 1} {0 0} [x]} {{0 0} {2 2} []}
// [0 7 0 0 0 1 2] 7
// [[1] [2 3] []] 3
// true false
// {Ann 30} Ann
// [{a} {b}]
// {8 8}
// [[1 2] [3 4]]
// map[a:[5 2] b:[1]]
