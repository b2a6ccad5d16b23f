package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int, 1)
	start := time.Now()
	for i := 0; i < 1000000; i++ {
		c <- i
		<-c
	}
	fmt.Println(int64(time.Since(start)))
}
