// Every run-time panic has the type that Go gives it; a sync.Cond that was used must not be copied.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

type I interface{ M() }
type T struct{}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isErr := r.(error)
		_, isRun := r.(runtime.Error)
		var te *runtime.TypeAssertionError
		if e, ok := r.(error); ok && errors.As(e, &te) {
			fmt.Println("an assertion failed:", te)
		}
		fmt.Printf("%s: %T error %v, runtime.Error %v: %v\n", name, r, isErr, isRun, r)
	}()
	f()
}

func main() {
	var s []int
	var a [3]int
	var m map[string]int
	var p *struct{ x int }
	var i any = "s"
	var ii I
	n := 5
	z := 0
	try("index", func() { _ = s[n] })
	try("array", func() { _ = a[n] })
	try("slice", func() { _ = s[1:n] })
	try("slice3", func() { _ = a[n-2 : 1 : n-3] })
	try("str", func() { _ = "abc"[n] })
	try("nilmap", func() { m["a"] = 1 })
	try("nilptr", func() { p.x = 1 })
	try("div", func() { _ = n / z })
	try("assert", func() { _ = i.(int) })
	try("assertI", func() { _ = i.(I) })
	try("assertnil", func() { _ = ii.(interface{ N() }) })
	try("nilif", func() { ii.M() })
	try("close", func() { var c chan int; close(c) })
	try("close2", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("makechan", func() { _ = make(chan int, n-10) })
	try("makeslice", func() { _ = make([]int, n-10) })
	try("shift", func() { _ = 1 << (n - 10) })
	try("hash", func() { m := map[any]int{}; m[[]int{1}] = 2 })
	try("cmp", func() { var x, y any = []int{1}, []int{1}; fmt.Println(x == y) })
	try("nilfunc", func() { var f func(); f() })
	try("wg", func() { var w sync.WaitGroup; w.Add(-1) })
	try("str", func() { panic("x") })
	try("goexit", func() { panic(fmt.Errorf("e")) })
	try("cond", func() {
		c := sync.NewCond(&sync.Mutex{})
		c.Signal()
		d := *c
		d.Signal()
	})
	try("cond2", func() {
		c := sync.NewCond(&sync.Mutex{})
		d := *c
		d.Signal()
		d.Broadcast()
	})
	try("cond3", func() {
		c := sync.NewCond(&sync.Mutex{})
		c.Broadcast()
		d := *c
		d.L.Lock()
		d.Wait()
	})
}

// Output:
// index: runtime.boundsError error true, runtime.Error true: runtime error: index out of range [5] with length 0
// array: runtime.boundsError error true, runtime.Error true: runtime error: index out of range [5] with length 3
// slice: runtime.boundsError error true, runtime.Error true: runtime error: slice bounds out of range [:5] with capacity 0
// slice3: runtime.boundsError error true, runtime.Error true: runtime error: slice bounds out of range [3:1:]
// str: runtime.boundsError error true, runtime.Error true: runtime error: index out of range [5] with length 3
// nilmap: runtime.plainError error true, runtime.Error true: assignment to entry in nil map
// nilptr: runtime.errorString error true, runtime.Error true: runtime error: invalid memory address or nil pointer dereference
// div: runtime.errorString error true, runtime.Error true: runtime error: integer divide by zero
// an assertion failed: interface conversion: interface {} is string, not int
// assert: *runtime.TypeAssertionError error true, runtime.Error true: interface conversion: interface {} is string, not int
// an assertion failed: interface conversion: string is not main.I: missing method M
// assertI: *runtime.TypeAssertionError error true, runtime.Error true: interface conversion: string is not main.I: missing method M
// an assertion failed: interface conversion: interface is nil, not interface { N() }
// assertnil: *runtime.TypeAssertionError error true, runtime.Error true: interface conversion: interface is nil, not interface { N() }
// nilif: runtime.errorString error true, runtime.Error true: runtime error: invalid memory address or nil pointer dereference
// close: runtime.plainError error true, runtime.Error true: close of nil channel
// close2: runtime.plainError error true, runtime.Error true: close of closed channel
// send: runtime.plainError error true, runtime.Error true: send on closed channel
// makechan: runtime.plainError error true, runtime.Error true: makechan: size out of range
// makeslice: runtime.errorString error true, runtime.Error true: runtime error: makeslice: len out of range
// shift: runtime.errorString error true, runtime.Error true: runtime error: negative shift amount
// hash: runtime.errorString error true, runtime.Error true: runtime error: hash of unhashable type []int
// cmp: runtime.errorString error true, runtime.Error true: runtime error: comparing uncomparable type []int
// nilfunc: runtime.errorString error true, runtime.Error true: runtime error: invalid memory address or nil pointer dereference
// wg: string error false, runtime.Error false: sync: negative WaitGroup counter
// str: string error false, runtime.Error false: x
// goexit: *errors.errorString error true, runtime.Error false: e
// cond: string error false, runtime.Error false: sync.Cond is copied
// cond2: <nil> error false, runtime.Error false: <nil>
// cond3: string error false, runtime.Error false: sync.Cond is copied
