// A buffer keeps order; len and cap; a full buffer waits.
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan string, 3)
	c <- "a"
	c <- "b"
	fmt.Println(len(c), cap(c))
	c <- "c"
	fmt.Println(<-c, len(c))
	c <- "d"
	close(c)
	fmt.Println(len(c), cap(c))
	for s := range c {
		fmt.Print(s, " ")
	}
	fmt.Println(len(c))
	s, ok := <-c
	fmt.Printf("%q %v\n", s, ok)
	d := make(chan int, 1)
	back := make(chan bool)
	go func() {
		d <- 1
		d <- 2
		d <- 3
		back <- true
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(len(d), <-d)
	fmt.Println(<-d, <-d, <-back, len(d))
	e := make(chan [3]int, 2)
	v := [3]int{1, 2, 3}
	e <- v
	v[0] = 100
	fmt.Println(<-e, v)
}

// Output:
// 2 3
// a 2
// 3 3
// b c d 0
// "" false
// 1 1
// 2 3 true 0
// [1 2 3] [100 2 3]
