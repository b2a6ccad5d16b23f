package main

func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		<-a
		b <- 1
	}()
	<-b
	a <- 1
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [chan receive]:
