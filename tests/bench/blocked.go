package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	start := time.Now()
	for i := 0; i < 1000000; i++ {
		go func() { c <- 1 }()
	}
	time.Sleep(time.Millisecond)
	fmt.Println(int64(time.Since(start)))
}
