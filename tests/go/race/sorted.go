// Sorting is writing.
package main

import (
	"fmt"
	"sort"
)

func main() {
	s := []int{3, 1, 2}
	done := make(chan int)
	go func() {
		done <- s[0] // RACE
	}()
	sort.Ints(s) // RACE
	<-done
	fmt.Println(s)
}
