package main

import (
	"fmt"
	"sync"
	"time"
)

func Example() {
	c := make(chan error)
	go func() {
		c <- err // ERROR "undefined: err"
		return
	}()
	err := <-c // ERROR "declared and not used: err"
}

func Timeout() {
	done := make(chan any)
	select {
	case <-done:
		return 1 // ERROR "too many return values\n\thave \(number\)\n\twant \(\)"
	case <-time.After("10ms"): // ERROR `cannot use "10ms" \(untyped string constant\) as time\.Duration value in argument to time\.After`
		retrun // ERROR "undefined: retrun"
	}
}

func Range(items []string) {
	c := make(chan int)
	for _, i := range items { // ERROR "declared and not used: i"
		go func() { c <- data }() // ERROR "undefined: data"
	}
	for data := range c { // ERROR "declared and not used: data"
	}
}

func main() {
	Exmaple() // ERROR "undefined: Exmaple"
	var wg sync.WaitGroup
	wg.add(1)           // ERROR "wg\.add undefined \(type sync\.WaitGroup has no field or method add, but does have (method |field )?Add\)"
	close(wg)           // ERROR "invalid operation: cannot close non-channel wg \(variable of type sync\.WaitGroup\)"
	fmt.println("done") // ERROR "(((undefined: fmt\.println|name println not exported by package fmt)|name println not exported by package fmt)|name println not exported by package fmt)"
}
