package main

import (
	"fmt"
	"time"
)

func Example() {
	progress := make(chan int, 2)
	go func() {
		for percent := 25; percent <= 100; percent += 25 {
			progress <- percent
		}
	}()
	fmt.Println("started,", <-progress, "percent")
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
