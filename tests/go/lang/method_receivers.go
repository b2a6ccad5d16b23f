// Value receivers get a copy, pointer receivers share; calls take addresses and follow pointers.
package main

import "fmt"

type Counter struct{ n int }

func (c Counter) Plus() int    { c.n++; return c.n }
func (c *Counter) Inc() int    { c.n++; return c.n }
func (c *Counter) IsNil() bool { return c == nil }

type Ints []int

func (s Ints) Sum() (total int) {
	for _, v := range s {
		total += v
	}
	return
}
func (s *Ints) Add(v int) { *s = append(*s, v) }

type Func func(int) int

func (f Func) Twice(x int) int { return f(f(x)) }

type Celsius float64

func (c Celsius) F() float64 { return float64(c)*9/5 + 32 }

type M map[string]int

func (m M) Has(k string) bool { _, ok := m[k]; return ok }

func main() {
	var c Counter
	fmt.Println(c.Plus(), c.Plus(), c.n)
	fmt.Println(c.Inc(), c.Inc(), c.n)
	p := &c
	fmt.Println(p.Plus(), p.Inc(), c.n)
	var np *Counter
	fmt.Println(np.IsNil(), p.IsNil())
	var s Ints
	s.Add(1)
	s.Add(2)
	fmt.Println(s, s.Sum(), Ints{4, 5}.Sum(), len(s))
	fmt.Println(Func(func(x int) int { return x * 3 }).Twice(2))
	fmt.Println(Celsius(100).F())
	fmt.Println(M{"a": 1}.Has("a"), M(nil).Has("a"))
	cs := []Counter{{1}, {2}}
	for i := range cs {
		cs[i].Inc()
	}
	fmt.Println(cs)
	arr := [1]Counter{}
	arr[0].Inc()
	ms := map[string]*Counter{"x": {5}}
	ms["x"].Inc()
	fmt.Println(arr, ms["x"].n)
}

// Output:
// 1 1 0
// 1 2 2
// 3 3 3
// true false
// [1 2] 3 9 2
// 18
// 212
// true false
// [{2} {3}]
// [{1}] 6
