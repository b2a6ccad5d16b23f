// BUG main.1 leaked chan send
package main

import "math/rand"

func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	if rand.Intn(1000) == 777 {
		return
	}
	<-c
}
