// A panic in a goroutine that recovers does not hurt the others.
package main

import "fmt"

func safely(f func(), errs chan<- error) {
	defer func() {
		if r := recover(); r != nil {
			errs <- fmt.Errorf("recovered: %v", r)
			return
		}
		errs <- nil
	}()
	f()
}

func main() {
	errs := make(chan error)
	for _, f := range []func(){
		func() {},
		func() { panic("a") },
		func() { var m map[int]int; m[0]++ },
		func() { close(make(chan int)); var c chan int; close(c) },
		func() { c := make(chan int); close(c); close(c) },
		func() { c := make(chan int, 1); close(c); c <- 1 },
	} {
		go safely(f, errs)
		fmt.Println(<-errs)
	}
}

// Output:
// <nil>
// recovered: a
// recovered: assignment to entry in nil map
// recovered: close of nil channel
// recovered: close of closed channel
// recovered: send on closed channel
