// The schedule of the panic must replay: main.1 panics when close wakes it, and main can still return first.
package main

func main() {
	d := make(chan int)
	go func() {
		d <- 3
	}()
	close(d)
}
