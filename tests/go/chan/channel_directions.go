// Directional channels: parameters, results, conversion, channels of channels.
package main

import "fmt"

func gen(n int) <-chan int {
	c := make(chan int)
	go func(out chan<- int) {
		for i := 0; i < n; i++ {
			out <- i
		}
		close(out)
	}(c)
	return c
}

func double(in <-chan int) <-chan int {
	out := make(chan int, 2)
	go func() {
		defer close(out)
		for v := range in {
			out <- v * 2
		}
	}()
	return out
}

type request struct {
	n     int
	reply chan<- int
}

func main() {
	for v := range double(double(gen(4))) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	reqs := make(chan request)
	go func() {
		for r := range reqs {
			r.reply <- r.n * r.n
		}
	}()
	for i := 1; i <= 3; i++ {
		reply := make(chan int)
		reqs <- request{i, reply}
		fmt.Print(<-reply, " ")
	}
	close(reqs)
	fmt.Println()
	cc := make(chan chan string, 1)
	c := make(chan string, 1)
	cc <- c
	(<-cc) <- "through"
	fmt.Println(<-c)
	var in chan<- int = make(chan int, 1)
	in <- 1
	fmt.Println(len(in), cap(in))
	f := make(chan func() string, 1)
	f <- func() string { return "called" }
	fmt.Println((<-f)())
	arrows := make(chan (<-chan int), 1)
	arrows <- gen(1)
	fmt.Println(<-<-arrows)
	fmt.Printf("%T %T %T %T\n", in, cc, f, arrows)
}

// Output:
// 0 4 8 12
// 1 4 9
// through
// 1 1
// called
// 0
// chan<- int chan chan string chan func() string chan (<-chan int)
