// runtime.Goexit runs the deferred calls, cannot be recovered, and ends only this goroutine.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("recover gives", recover()) }()
		func() {
			defer fmt.Println("inner deferred")
			runtime.Goexit()
		}()
		fmt.Println("never")
	}()
	<-done
	again := make(chan bool)
	go func() {
		defer close(again)
		defer func() {
			fmt.Println("recovered", recover())
		}()
		defer panic("in a deferred call of Goexit")
		runtime.Goexit()
	}()
	<-again
	fmt.Println("main goes on")
}

// Output:
// inner deferred
// recover gives <nil>
// recovered in a deferred call of Goexit
// main goes on
