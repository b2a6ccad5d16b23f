package main

import "sync"

func main() {
	c := make(chan int, 1)
	d := make(chan int, 1)
	var locks [2]sync.Mutex
	go func() {
		<-d
		d <- 1
	}()
	go func() {
		locks[1].Lock()
		d <- 3
		locks[0].Unlock()
	}()
	close(c)
	func() {
		defer func() { recover() }()
		c <- 1
	}()
}
