// range over a channel: until closed and empty; break; an already closed one.
package main

import "fmt"

func produce(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 1; i <= n; i++ {
			c <- i * i
		}
	}()
	return c
}

func main() {
	sum := 0
	for v := range produce(5) {
		sum += v
	}
	fmt.Println(sum)
	count := 0
	for range produce(3) {
		count++
	}
	fmt.Println(count)
	c := make(chan string, 5)
	c <- "a"
	c <- "b"
	close(c)
	for s := range c {
		fmt.Println(s)
	}
	for range c {
		fmt.Println("never")
	}
	d := make(chan int, 5)
	for i := 0; i < 5; i++ {
		d <- i
	}
	for v := range d {
		if v == 2 {
			break
		}
	}
	fmt.Println(len(d), <-d)
	var last int
	e := produce(4)
	for last = range e {
	}
	fmt.Println(last)
}

// Output:
// 55
// 3
// a
// b
// 2 3
// 16
