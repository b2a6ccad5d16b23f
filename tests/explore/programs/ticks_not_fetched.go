// PROVED
package main

import (
	"fmt"
	"time"
)

// Time may pass while one of the two is about to print: then its next tick lies in the buffer, and
// what time that tells is no part of a state.
func main() {
	for i := 0; i < 2; i++ {
		go func() {
			for range time.NewTicker(time.Second).C {
				fmt.Println("tick")
			}
		}()
	}
	select {}
}
