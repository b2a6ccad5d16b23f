package main

func main() {
	var c chan int
	c <- 1
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
// Stderr:
// Stderr: goroutine 1 [chan send (nil chan)]:
