// PROVED
package main

// A loop without end in some schedules, but each of them can go on to the end.
func main() {
	c := make(chan int)
	go func() { c <- 1 }()
	for {
		select {
		case <-c:
			return
		default:
		}
	}
}
