package main

import (
	"fmt"
	"time"
)

func Example() {
	c := make(chan int)
	quit := make(chan struct{})
	go func() {
		fmt.Println("got", <-c)
		close(quit)
	}()
	go func() {
		for i := 1; i <= 2; i++ {
			c <- i
		}
	}()
	<-quit
	fmt.Println("the reader is gone")
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
