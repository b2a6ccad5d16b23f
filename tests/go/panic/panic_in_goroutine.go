package main

import (
	"fmt"
	"time"
)

func main() {
	defer fmt.Println("never: another goroutine's panic ends the program")
	go func() {
		defer fmt.Println("deferred in the goroutine")
		panic("in a goroutine")
	}()
	time.Sleep(time.Hour)
}

// Exit: 2
// Stderr: panic: in a goroutine
// Output:
// deferred in the goroutine
