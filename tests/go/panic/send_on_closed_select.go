package main

func main() {
	c := make(chan int, 1)
	close(c)
	select {
	case c <- 1:
	default:
	}
}

// Exit: 2
// Stderr: panic: send on closed channel
// Stderr:
// Stderr: goroutine 1 [running]:
