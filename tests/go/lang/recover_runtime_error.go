// A runtime error can be recovered; it is an error with Go's text.
package main

import "fmt"

func try(f func()) {
	defer func() {
		r := recover()
		err, ok := r.(error)
		fmt.Println(r, ok, ok && err.Error() != "")
	}()
	f()
}

type T struct{ n int }

func main() {
	var p *T
	var s []int
	var m map[string]int
	var a [3]int
	var f func()
	zero, five := 0, 5
	try(func() { fmt.Println(p.n) })
	try(func() { fmt.Println(s[five]) })
	try(func() { fmt.Println(a[five%4+3]) })
	try(func() { m["a"] = 1 })
	try(func() { fmt.Println(1 / zero) })
	try(func() { fmt.Println(1 % zero) })
	try(func() { f() })
	try(func() { fmt.Println(a[1:five]) })
	try(func() { s = make([]int, 2, 4); fmt.Println(s[:five]) })
	try(func() { fmt.Println(s[five:]) })
	try(func() { fmt.Println(s[3 : 2+zero]) })
	try(func() { fmt.Println("abc"[five]) })
	try(func() { fmt.Println("abc"[five:]) })
	try(func() { fmt.Println("abc"[2 : 1+zero]) })
	try(func() { _ = make([]int, zero-1) })
	try(func() { _ = make([]int, 2, 1+zero) })
	try(func() { _ = make(chan int, zero-1) })
	try(func() { fmt.Println(s[zero-1]) })
	try(func() { fmt.Println(s[0:1:five]) })
	try(func() { fmt.Println(s[0 : 4 : 3+zero]) })
	try(func() { var x interface{} = []int{}; fmt.Println(x == x) })
	try(func() { m := map[interface{}]int{}; m[[]int{}] = 1 })
	try(func() { panic(fmt.Errorf("own")) })
	try(func() { var e error; fmt.Println(e.Error()) })
	try(func() { *p = T{} })
	try(func() { _ = 1 << (zero - 1) })
	fmt.Println(s, len(s), cap(s))
}

// Output:
// runtime error: invalid memory address or nil pointer dereference true true
// runtime error: index out of range [5] with length 0 true true
// runtime error: index out of range [4] with length 3 true true
// assignment to entry in nil map true true
// runtime error: integer divide by zero true true
// runtime error: integer divide by zero true true
// runtime error: invalid memory address or nil pointer dereference true true
// runtime error: slice bounds out of range [:5] with length 3 true true
// runtime error: slice bounds out of range [:5] with capacity 4 true true
// runtime error: slice bounds out of range [5:2] true true
// runtime error: slice bounds out of range [3:2] true true
// runtime error: index out of range [5] with length 3 true true
// runtime error: slice bounds out of range [5:3] true true
// runtime error: slice bounds out of range [2:1] true true
// runtime error: makeslice: len out of range true true
// runtime error: makeslice: cap out of range true true
// makechan: size out of range true true
// runtime error: index out of range [-1] true true
// runtime error: slice bounds out of range [::5] with capacity 4 true true
// runtime error: slice bounds out of range [:4:3] true true
// runtime error: comparing uncomparable type []int true true
// runtime error: hash of unhashable type []int true true
// own true true
// runtime error: invalid memory address or nil pointer dereference true true
// runtime error: invalid memory address or nil pointer dereference true true
// runtime error: negative shift amount true true
// [0 0] 2 4
