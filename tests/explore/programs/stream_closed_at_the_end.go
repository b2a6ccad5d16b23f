// INCOMPLETE
package main

import (
	"fmt"
	"os"
)

// Not every order of a write and of the stream's end is searched.
func main() {
	done := make(chan bool)
	go func() {
		fmt.Println("last words")
		done <- true
	}()
	<-done
	os.Stdout.Close()
}
