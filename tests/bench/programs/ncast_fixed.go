package main

const senders = 10

// The first answer is taken; the buffer has room for the others.
func main() {
	answers := make(chan int, senders)
	for i := 0; i < senders; i++ {
		go func() {
			answers <- 1
		}()
	}
	<-answers
}
