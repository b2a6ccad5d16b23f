// A package variable, read in one goroutine and written in another.
package main

import "fmt"

var state = "new"

func main() {
	done := make(chan bool)
	go func() {
		state = "old" // RACE
		done <- true
	}()
	if state == "new" { // RACE
		fmt.Println("new")
	}
	<-done
}
