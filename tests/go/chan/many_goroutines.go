// A long chain of goroutines, and many that only count.
package main

import (
	"fmt"
	"sync"
)

func main() {
	const n = 2000
	left := make(chan int)
	first := left
	for i := 0; i < n; i++ {
		right := make(chan int)
		go func(l, r chan int) { l <- 1 + <-r }(left, right)
		left = right
	}
	go func(c chan int) { c <- 0 }(left)
	fmt.Println(<-first)
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func(i int) {
			mu.Lock()
			total += i
			mu.Unlock()
			wg.Done()
		}(i)
	}
	wg.Wait()
	fmt.Println(total)
}

// Output:
// 2000
// 1999000
