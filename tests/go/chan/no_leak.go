// Everything that was started has ended.
//
//gopark:want nothing
package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan bool)
	c := make(chan int, 1)
	go func() {
		c <- 1
		close(done)
	}()
	<-done
	time.Sleep(10 * time.Millisecond)
	fmt.Println(<-c)
}

// Output:
// 1
