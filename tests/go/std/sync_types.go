// sync's types one after the other: each result is the same in every schedule.
package main

import (
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for i := 1; i <= 10; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			total += i
		}(i)
	}
	wg.Wait()
	fmt.Println("mutex", total, mu.TryLock(), mu.TryLock())
	mu.Unlock()

	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	fmt.Println("rwmutex", rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	locker := rw.RLocker()
	locker.Lock()
	fmt.Println(rw.TryRLock())
	locker.Unlock()
	rw.RUnlock()

	var once sync.Once
	count := 0
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { count++ })
		}()
	}
	wg.Wait()
	fmt.Println("once", count)
	func() {
		defer func() { fmt.Println("once panicked:", recover()) }()
		var o sync.Once
		defer o.Do(func() { fmt.Println("not reached") })
		o.Do(func() { panic("in once") })
	}()

	cond := sync.NewCond(&mu)
	ready := 0
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready--
			mu.Unlock()
		}()
	}
	for i := 0; i < 3; i++ {
		mu.Lock()
		ready++
		mu.Unlock()
		cond.Broadcast()
	}
	wg.Wait()
	fmt.Println("cond", ready)

	var m sync.Map
	m.Store("a", 1)
	m.Store(2, "b")
	v, ok := m.Load("a")
	fmt.Println("map", v, ok)
	v, ok = m.Load("none")
	fmt.Println(v, ok)
	v, loaded := m.LoadOrStore("a", 9)
	fmt.Println(v, loaded)
	v, loaded = m.LoadOrStore("c", 3)
	fmt.Println(v, loaded)
	v, loaded = m.LoadAndDelete("a")
	fmt.Println(v, loaded)
	m.Delete("nobody")
	var keys []string
	m.Range(func(k, v any) bool {
		keys = append(keys, fmt.Sprint(k, "=", v))
		return true
	})
	sort.Strings(keys)
	fmt.Println(keys)
	visited := 0
	m.Range(func(k, v any) bool { visited++; return false })
	fmt.Println(visited)

	pool := sync.Pool{New: func() any { return new(int) }}
	p := pool.Get().(*int)
	*p = 5
	pool.Put(p)
	pool.Put(nil)
	fmt.Println("pool", pool.Get() != nil, (&sync.Pool{}).Get())

	var n int64
	var u atomic.Uint32
	var b atomic.Bool
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			atomic.AddInt64(&n, 2)
			u.Add(^uint32(0))
			b.Store(true)
		}()
	}
	wg.Wait()
	fmt.Println("atomic", atomic.LoadInt64(&n), u.Load(), b.Load())
	var i32 int32 = 7
	fmt.Println(atomic.CompareAndSwapInt32(&i32, 7, -1), atomic.CompareAndSwapInt32(&i32, 7, 2), atomic.SwapInt32(&i32, 9), i32)
	i32 = 1<<31 - 1
	fmt.Println(atomic.AddInt32(&i32, 1), b.CompareAndSwap(true, false), b.Swap(true))
	var value atomic.Value
	fmt.Println(value.Load(), value.CompareAndSwap(nil, "x"), value.Load(), value.Swap("y"), value.CompareAndSwap("x", "z"), value.Load())
	for _, f := range []func(){func() { value.Store(nil) }, func() { value.Store(1) }, func() { value.CompareAndSwap("y", 1) }, func() { wg.Add(-1) }} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			f()
		}()
	}
}

// Output:
// mutex 55 true false
// rwmutex false true
// true false
// true
// once 1
// once panicked: in once
// cond 0
// map 1 true
// <nil> false
// 1 true
// 3 false
// 1 true
// [2=b c=3]
// 1
// pool true <nil>
// atomic 16 4294967288 true
// true false -1 9
// -2147483648 true false
// <nil> true x x false y
// panic: sync/atomic: store of nil value into Value
// panic: sync/atomic: store of inconsistently typed value into Value
// panic: sync/atomic: compare and swap of inconsistently typed values
// panic: sync: negative WaitGroup counter
