// sync/atomic: functions and types.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var n int64
	var u uint32
	var wg sync.WaitGroup
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			atomic.AddInt64(&n, int64(i))
			atomic.AddUint32(&u, 1)
		}(i)
	}
	wg.Wait()
	fmt.Println(atomic.LoadInt64(&n), atomic.LoadUint32(&u))
	var x int32 = 5
	fmt.Println(atomic.CompareAndSwapInt32(&x, 5, 6), atomic.CompareAndSwapInt32(&x, 5, 7), x)
	fmt.Println(atomic.SwapInt32(&x, 9), x)
	atomic.StoreInt32(&x, 11)
	fmt.Println(atomic.AddInt32(&x, -1))
	atomic.AddUint32(&u, ^uint32(0))
	fmt.Println(u)
	var a atomic.Int64
	fmt.Println(a.Add(5), a.Load(), a.CompareAndSwap(5, 8), a.Swap(2), a.Load())
	a.Store(-1)
	fmt.Println(a.Load())
	var b atomic.Bool
	b.Store(true)
	fmt.Println(b.Load(), b.Swap(false), b.Load())
	var i32 atomic.Int32
	i32.Add(3)
	fmt.Println(i32.Load())
	var v atomic.Value
	fmt.Println(v.Load() == nil)
	v.Store([]int{1, 2})
	fmt.Println(v.Load().([]int)[1])
}

// Output:
// 190 20
// true false 6
// 6 9
// 10
// 19
// 5 5 true 8 2
// -1
// true true false
// 3
// true
// 2
