// Whichever of several ready cases is taken, the sum is the same; all are taken in the end.
package main

import "fmt"

func main() {
	c := make([]chan int, 4)
	for i := range c {
		c[i] = make(chan int, 10)
		for j := 0; j < 10; j++ {
			c[i] <- i
		}
	}
	counts := [4]int{}
	for n := 0; n < 40; n++ {
		select {
		case v := <-c[0]:
			counts[v]++
		case v := <-c[1]:
			counts[v]++
		case v := <-c[2]:
			counts[v]++
		case v := <-c[3]:
			counts[v]++
		}
	}
	fmt.Println(counts)
	in, out := make(chan int), make(chan int)
	go func() {
		for i := 0; i < 5; i++ {
			out <- <-in
		}
		close(out)
	}()
	sent, got := 0, []int{}
	for len(got) < 5 {
		var send chan int
		if sent < 5 {
			send = in
		}
		select {
		case send <- sent:
			sent++
		case v := <-out:
			got = append(got, v)
		}
	}
	fmt.Println(sent, got)
}

// Output:
// [10 10 10 10]
// 5 [0 1 2 3 4]
