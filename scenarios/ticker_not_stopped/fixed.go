package main

import (
	"fmt"
	"time"
)

func beat(beats chan int, quit chan struct{}) {
	ticker := time.NewTicker(4 * time.Millisecond)
	defer ticker.Stop()
	count := 0
	for range ticker.C {
		count++
		select {
		case beats <- count:
		case <-quit:
			return
		}
	}
}

func Example() {
	beats := make(chan int)
	quit := make(chan struct{})
	go beat(beats, quit)
	fmt.Println("beat", <-beats)
	fmt.Println("beat", <-beats)
	close(quit)
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
