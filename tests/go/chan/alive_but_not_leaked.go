// main.1 waits for a channel that a sleeping goroutine will still use: alive at exit, not leaked.
//
//gopark:want alive_at_exit main.1 "chan receive" 15
//gopark:want alive_at_exit main.2 "sleep" 18
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() {
		<-c
	}()
	go func() {
		time.Sleep(time.Hour)
		c <- 1
	}()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("end")
}

// Output:
// end
