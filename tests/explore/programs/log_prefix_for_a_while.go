// BUG main.1 panic running
package main

import (
	"bytes"
	"log"
)

type strict struct{}

func (strict) Write(p []byte) (int, error) {
	if bytes.HasPrefix(p, []byte("closing ")) {
		panic("a line that is not mine")
	}
	return len(p), nil
}

// What somebody else logs meanwhile has the prefix, too.
func main() {
	logger := log.New(strict{}, "", 0)
	done := make(chan bool)
	go func() {
		logger.Print("one")
		done <- true
	}()
	logger.SetPrefix("closing ")
	logger.SetPrefix("")
	<-done
}
