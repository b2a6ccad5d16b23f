// A send on an unbuffered channel meets a receive.
package main

import "fmt"

func main() {
	c := make(chan int)
	go func() {
		for i := 0; i < 3; i++ {
			c <- i
		}
		close(c)
	}()
	a, ok := <-c
	fmt.Println(a, ok, len(c), cap(c))
	fmt.Println(<-c + <-c)
	a, ok = <-c
	fmt.Println(a, ok)
	done := make(chan struct{})
	var order []string
	go func() {
		order = append(order, "worker")
		done <- struct{}{}
	}()
	<-done
	order = append(order, "main")
	fmt.Println(order)
}

// Output:
// 0 true 0 0
// 3
// 0 false
// [worker main]
