// sync.Once runs one function once, also if it panics; others wait for the first.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var once sync.Once
	n := 0
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { n++ })
		}()
	}
	wg.Wait()
	once.Do(func() { n = 100 })
	fmt.Println(n)
	var bad sync.Once
	func() {
		defer func() { fmt.Println(recover()) }()
		bad.Do(func() { panic("in once") })
	}()
	bad.Do(func() { fmt.Println("never") })
	var slow sync.Once
	go slow.Do(func() {
		time.Sleep(20 * time.Millisecond)
		fmt.Println("slow is done")
	})
	time.Sleep(5 * time.Millisecond)
	slow.Do(func() { fmt.Println("never") })
	fmt.Println("after slow")
}

// Output:
// 1
// in once
// slow is done
// after slow
