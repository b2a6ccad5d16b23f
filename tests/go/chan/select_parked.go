// A goroutine parked in a select is woken by one case and leaves the queues of the others.
package main

import (
	"fmt"
	"time"
)

func main() {
	a, b, quit := make(chan int), make(chan int), make(chan bool)
	done := make(chan bool)
	go func() {
		defer close(done)
		for {
			select {
			case v := <-a:
				fmt.Println("a", v)
			case b <- 7:
				fmt.Println("b sent")
			case <-quit:
				fmt.Println("quit")
				return
			}
		}
	}()
	pause := func() { time.Sleep(10 * time.Millisecond) }
	pause()
	a <- 1
	pause()
	got := <-b
	pause()
	fmt.Println(got)
	pause()
	a <- 2
	pause()
	select {
	case v := <-a:
		fmt.Println("never", v)
	case v := <-b:
		pause()
		fmt.Println("got", v)
	}
	close(quit)
	<-done
	select {
	case a <- 1:
		fmt.Println("never")
	default:
		fmt.Println("nobody is left")
	}
}

// Output:
// a 1
// b sent
// 7
// a 2
// b sent
// got 7
// quit
// nobody is left
