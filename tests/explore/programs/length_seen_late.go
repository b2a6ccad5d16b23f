// BUG main.2 leaked select (no cases)
//
// len sees what others have sent meanwhile: it is an operation like the others.
package main

import "time"

func main() {
	c := make(chan int, 1)
	go func() { c <- 1 }()
	if len(c) == 1 {
		go func() { select {} }()
		time.Sleep(1)
	}
}
