// The blank identifier throws values away but evaluates them.
package main

import "fmt"

type I interface{ M() }
type T struct{}

func (T) M()   {}
func (_ T) N() {}

var _ I = T{}
var _ = fmt.Sprint("evaluated")

func side(s string) int           { fmt.Println(s); return 1 }
func multi() (int, string, error) { return 1, "a", nil }
func ignore(_ int, _ ...string)   {}

func main() {
	_ = side("one")
	_, _ = side("two"), side("three")
	a, _, _ := multi()
	_, b, _ := multi()
	fmt.Println(a, b)
	for _, v := range []int{7} {
		fmt.Println(v)
	}
	for _ = range "ab" {
		fmt.Print("x")
	}
	fmt.Println()
	ignore(1, "a", "b")
	var x interface{} = 1
	_, ok := x.(int)
	fmt.Println(ok)
	const _ = 5
	type _ struct{}
	m := map[string]int{}
	_, ok = m["q"]
	fmt.Println(ok)
}

// Output:
// one
// two
// three
// 1 a
// 7
// xx
// true
// false
