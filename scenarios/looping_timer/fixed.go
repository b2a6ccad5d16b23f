package main

import (
	"fmt"
	"time"
)

// watch reads a thermometer every 4 ms.
func watch(readings chan int, done chan struct{}) {
	for degrees := 20; ; degrees++ {
		<-time.After(4 * time.Millisecond)
		select {
		case readings <- degrees:
		case <-done:
			return
		}
	}
}

func Example() {
	readings := make(chan int)
	done := make(chan struct{})
	defer close(done)
	go watch(readings, done)
	fmt.Println("it is", <-readings, "degrees")
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
