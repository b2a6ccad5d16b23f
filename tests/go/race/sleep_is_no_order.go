// Sleeping long enough orders nothing.
package main

import (
	"fmt"
	"time"
)

func main() {
	ok := false
	go func() {
		ok = true // RACE
	}()
	time.Sleep(time.Second)
	fmt.Println(ok) // RACE
}
