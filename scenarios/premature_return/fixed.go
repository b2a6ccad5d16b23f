package main

import (
	"errors"
	"fmt"
	"time"
)

func Example() {
	a := 1
	c := make(chan error, 1)
	go func() {
		err := errors.New("the disk is full")
		c <- err
		return
	}()
	// do something
	if a > 0 {
		return
	}
	// do something
	err := <-c
	fmt.Println(err)
}

func main() {
	Example()
	fmt.Println("Example returned")
	time.Sleep(10 * time.Millisecond)
}
