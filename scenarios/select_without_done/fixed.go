package main

import (
	"fmt"
	"time"
)

func deliver(letters, parcels chan string, done chan struct{}) {
	for {
		select {
		case letter := <-letters:
			fmt.Println("letter to", letter)
		case parcel := <-parcels:
			fmt.Println("parcel to", parcel)
		case <-done:
			return
		}
	}
}

func Example() {
	letters := make(chan string)
	parcels := make(chan string)
	done := make(chan struct{})
	go deliver(letters, parcels, done)
	letters <- "Ada"
	parcels <- "Grace"
	close(done)
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
