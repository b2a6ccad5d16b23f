// close wakes every receiver with the zero value.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	c := make(chan int)
	var wg sync.WaitGroup
	results := make([]bool, 5)
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			v, ok := <-c
			results[i] = v == 0 && !ok
		}(i)
	}
	time.Sleep(10 * time.Millisecond)
	close(c)
	wg.Wait()
	fmt.Println(results)
	v, ok := <-c
	fmt.Println(v, ok)
	select {
	case _, ok := <-c:
		fmt.Println("closed is always ready", ok)
	default:
		fmt.Println("never")
	}
}

// Output:
// [true true true true true]
// 0 false
// closed is always ready false
