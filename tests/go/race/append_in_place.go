// Both append into the same spare element.
package main

import "fmt"

func main() {
	s := make([]int, 0, 4)
	done := make(chan []int)
	go func() {
		done <- append(s, 1) // RACE
	}()
	mine := append(s, 2) // RACE
	fmt.Println(len(mine), len(<-done))
}
