// A nil channel is never ready in a select; len and cap are 0.
package main

import "fmt"

func main() {
	var c chan int
	fmt.Println(c == nil, len(c), cap(c))
	select {
	case <-c:
		fmt.Println("never")
	case c <- 1:
		fmt.Println("never")
	default:
		fmt.Println("default")
	}
	a, b := make(chan int), make(chan int)
	go func() {
		for i := 0; i < 3; i++ {
			a <- 1
		}
		close(a)
	}()
	go func() {
		for i := 0; i < 4; i++ {
			b <- 10
		}
		close(b)
	}()
	sum := 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			sum += v
		}
	}
	fmt.Println(sum)
}

// Output:
// true 0 0
// default
// 43
