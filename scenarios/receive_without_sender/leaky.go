package main

import (
	"fmt"
	"time"
)

var prices = map[string]int{"apple": 3}

// lookup sends the price of an item, if it has one.
func lookup(item string, c chan int) {
	if price, found := prices[item]; found {
		c <- price
	}
}

func Example() {
	c := make(chan int)
	go func() {
		price, found := <-c
		fmt.Println("price:", price, "found:", found)
	}()
	lookup("pear", c)
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("main returns")
}
