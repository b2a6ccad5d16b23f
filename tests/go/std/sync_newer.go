// What Go 1.20 to 1.25 added to sync and sync/atomic.
package main

//gopark:go1.22

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var n atomic.Int64
	for i := 0; i < 5; i++ {
		wg.Go(func() { n.Add(int64(i)) })
	}
	wg.Wait()
	fmt.Println(n.Load())

	calls := 0
	once := sync.OnceFunc(func() { calls++ })
	once()
	once()
	fmt.Println(calls)
	failing := sync.OnceFunc(func() { calls++; panic("failed") })
	for range 2 {
		func() {
			defer func() { fmt.Println("panic:", recover(), calls) }()
			failing()
		}()
	}

	var m sync.Map
	old, loaded := m.Swap("k", 1)
	fmt.Println(old, loaded)
	fmt.Println(m.CompareAndSwap("k", 2, 3), m.CompareAndSwap("k", 1, 3), m.CompareAndDelete("k", 1), m.CompareAndDelete("k", 3))
	m.Store("x", 1)
	m.Clear()
	_, ok := m.Load("x")
	fmt.Println(ok)

	var bits atomic.Uint32
	bits.Store(0b1100)
	fmt.Println(bits.And(0b0110), bits.Or(1), bits.Load())
}

// Output:
// 10
// 1
// panic: failed 2
// panic: failed 2
// <nil> false
// false true false true
// false
// 12 4 5
