// copy writes what the other goroutine reads.
package main

import "fmt"

func main() {
	s := make([]int, 3)
	done := make(chan int)
	go func() {
		done <- s[2] // RACE
	}()
	copy(s, []int{1, 2, 3}) // RACE
	<-done
	fmt.Println("done")
}
