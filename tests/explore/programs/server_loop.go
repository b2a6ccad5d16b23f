// PROVED
package main

import "fmt"

type request struct {
	value int
	reply chan int
}

// The server answers until its queue is closed; each client has its own channel for the answer.
func serve(queue <-chan request, stopped chan<- struct{}) {
	sum := 0
	for r := range queue {
		sum += r.value
		r.reply <- sum
	}
	close(stopped)
}

func main() {
	queue, stopped := make(chan request), make(chan struct{})
	go serve(queue, stopped)
	answers := make(chan int)
	for i := 1; i <= 2; i++ {
		go func(value int) {
			reply := make(chan int)
			queue <- request{value, reply}
			answers <- <-reply
		}(i)
	}
	fmt.Println(<-answers + <-answers)
	close(queue)
	<-stopped
}
