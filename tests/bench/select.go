package main

import (
	"fmt"
	"time"
)

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	start := time.Now()
	for i := 0; i < 1000000; i++ {
		select {
		case v := <-a:
			a <- v
		case v := <-b:
			b <- v
		}
	}
	fmt.Println(int64(time.Since(start)))
}
