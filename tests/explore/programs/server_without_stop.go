// BUG main.1 leaked chan receive
package main

type request struct{ reply chan int }

func serve(queue <-chan request) {
	for r := range queue {
		r.reply <- 1
	}
}

func main() {
	queue := make(chan request)
	go serve(queue)
	r := request{make(chan int)}
	queue <- r
	<-r.reply
}
