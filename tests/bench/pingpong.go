package main

import (
	"fmt"
	"time"
)

func main() {
	there, back := make(chan int), make(chan int)
	go func() {
		for {
			back <- <-there
		}
	}()
	start := time.Now()
	for i := 0; i < 1000000; i++ {
		there <- i
		<-back
	}
	fmt.Println(int64(time.Since(start)))
}
