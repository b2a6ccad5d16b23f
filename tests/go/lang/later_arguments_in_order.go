package main

import (
	"fmt"
	"sync"
)

// The arguments of go and defer are evaluated from left to right, variables too; within one of them a
// variable is read after a call.
func main() {
	n := 0
	up := func() int { n += 10; return n }
	show := func(a, b int) { fmt.Println("shown", a, b) }
	func() {
		defer fmt.Println("deferred", n, up())
		defer show(n, up())
		defer show(n+up(), up())
	}()
	var wg sync.WaitGroup
	wg.Add(1)
	go func(a, b int) {
		defer wg.Done()
		fmt.Println("started", a, b)
	}(n, up())
	wg.Wait()
}

// Output:
// shown 60 40
// shown 10 20
// deferred 0 10
// started 40 50
