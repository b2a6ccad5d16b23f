package main

import (
	"fmt"
	"time"
)

func main() {
	go func() { select {} }()
	go func() {
		time.Sleep(time.Hour)
		panic("never")
	}()
	fmt.Println("main returns, the others are gone")
}

// Output:
// main returns, the others are gone
