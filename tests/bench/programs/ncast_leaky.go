package main

const senders = 10

// The first answer is taken; the others are sent to nobody.
func main() {
	answers := make(chan int)
	for i := 0; i < senders; i++ {
		go func() {
			answers <- 1
		}()
	}
	<-answers
}
