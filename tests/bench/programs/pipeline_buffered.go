package main

const (
	stages   = 3
	items    = 4
	capacity = 4
)

// Each stage hands on what comes in, and closes behind itself.
func stage(in <-chan int, out chan<- int) {
	for item := range in {
		out <- item
	}
	close(out)
}

func main() {
	source := make(chan int, capacity)
	in := source
	for i := 0; i < stages; i++ {
		out := make(chan int, capacity)
		go stage(in, out)
		in = out
	}
	go func() {
		for i := 0; i < items; i++ {
			source <- 1
		}
		close(source)
	}()
	for range in {
	}
}
