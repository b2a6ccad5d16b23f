// Two goroutines add to a counter, and only a channel at the end waits for one of them.
package main

import "fmt"

func main() {
	n := 0
	done := make(chan bool)
	go func() {
		n++ // RACE
		done <- true
	}()
	n++ // RACE
	<-done
	fmt.Println(n)
}
