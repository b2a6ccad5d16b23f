// Go's own order with GOMAXPROCS=1: the newest goroutine runs next, then the others in order.
//
//gopark:go-order
package main

import "fmt"

func main() {
	c := make(chan int, 10)
	for i := 0; i < 5; i++ {
		go func(i int) { c <- i }(i)
	}
	for i := 0; i < 5; i++ {
		fmt.Print(<-c, " ")
	}
	fmt.Println()
	gate := make(chan bool)
	ready := make(chan int, 10)
	for i := 0; i < 5; i++ {
		go func(i int) {
			ready <- i
			<-gate
			c <- i
		}(i)
	}
	for i := 0; i < 5; i++ {
		fmt.Print(<-ready, " ")
	}
	close(gate)
	for i := 0; i < 5; i++ {
		fmt.Print(<-c, " ")
	}
	fmt.Println()
}

// Output:
// 4 0 1 2 3
// 4 0 1 2 3 4 3 2 1 0
