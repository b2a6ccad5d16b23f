// A logger guards what it writes to: no race.
package main

import (
	"bytes"
	"fmt"
	"log"
)

func main() {
	var b bytes.Buffer
	logger := log.New(&b, "", 0)
	done := make(chan bool)
	go func() {
		logger.Print("a")
		done <- true
	}()
	logger.Print("b")
	<-done
	fmt.Println(b.Len())
}
