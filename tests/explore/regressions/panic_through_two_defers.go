package main

import "sync"

func main() {
	c := make(chan int, 2)
	var once sync.Once
	close(c)
	go func() {}()
	once.Do(func() { c <- 3 })
}
