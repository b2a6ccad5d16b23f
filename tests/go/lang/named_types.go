// Named types have their own methods and need conversions; aliases do not; local types.
package main

import (
	"fmt"
	"strings"
)

type Celsius float64
type Fahrenheit float64
type ID = string
type Names []string
type Handler func(string) string
type Set map[string]bool
type Pipe chan int
type Matrix [2][2]int

func (c Celsius) ToF() Fahrenheit       { return Fahrenheit(c*9/5 + 32) }
func (n Names) Join() string            { return strings.Join(n, "+") }
func (h Handler) Serve(s string) string { return h(s) }
func (s Set) Add(k string) Set          { s[k] = true; return s }

func id(x ID) string { return x }

func main() {
	c := Celsius(100)
	fmt.Println(c.ToF(), float64(c)+1, c+1)
	var s string = "plain"
	fmt.Println(id(s), ID("x")+s)
	n := Names{"a", "b"}
	var plain []string = n
	fmt.Println(n.Join(), Names(plain).Join(), len(n), n[0])
	h := Handler(func(s string) string { return "<" + s + ">" })
	fmt.Println(h.Serve("x"), h("y"))
	fmt.Println(Set{}.Add("k").Add("j"))
	p := make(Pipe, 1)
	p <- 3
	fmt.Println(<-p)
	var m Matrix
	m[1][0] = 5
	fmt.Println(m, len(m))
	type local struct{ a int }
	type alias = local
	var l local = alias{3}
	fmt.Printf("%T %T %T %v %T %T\n", c, n, h, l, l, m)
	type Age int
	type Years Age
	y := Years(Age(3))
	fmt.Println(int(y)+1, y)
	var any any = c
	_, isFloat := any.(float64)
	_, isCelsius := any.(Celsius)
	fmt.Println(isFloat, isCelsius)
}

// Output:
// 212 101 101
// plain xplain
// a+b a+b 2 a
// <x> <y>
// map[j:true k:true]
// 3
// [[0 0] [5 0]] 2
// main.Celsius main.Names main.Handler {3} main.local main.Matrix
// 4 3
// false true
