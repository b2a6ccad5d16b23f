// BUG main panic running
package main

import (
	"io"
	"os"
)

// Closed as an interface's method value: then a write is no longer independent of all others.
func main() {
	var c io.Closer = os.Stderr
	done := make(chan bool, 1)
	go func() {
		end := c.Close
		end()
		done <- true
	}()
	if _, err := os.Stderr.WriteString("one\n"); err != nil {
		panic(err)
	}
	<-done
}
