package main

import (
	"fmt"
	"sync"
	"time"
)

func Example() {
	items := []int{1, 2, 3}
	sum := 0
	wg := &sync.WaitGroup{}
	c := make(chan int, 1)
	defer close(c)
	for _, i := range items {
		wg.Add(1)
		go func(i int) {
			c <- i
		}(i)
	}
	go func() {
		for data := range c {
			sum += data
			wg.Done()
		}
	}()
	wg.Wait()
	fmt.Println("the sum is", sum)
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
