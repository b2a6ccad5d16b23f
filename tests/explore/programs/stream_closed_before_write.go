// BUG main.2 leaked chan receive
//
// What a write sees of the stream's end it sees before its operation: such a program is never PROVED.
// Sampled runs find this one.
package main

import (
	"fmt"
	"os"
)

func main() {
	done := make(chan bool)
	stuck := make(chan bool)
	go func() {
		os.Stdout.Close()
		close(done)
	}()
	if _, err := fmt.Println("hello"); err != nil {
		go func() { <-stuck }() // leaks where the stream was closed first
	}
	<-done
}
