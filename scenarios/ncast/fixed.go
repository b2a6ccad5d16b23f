package main

import (
	"fmt"
	"time"
)

// Every mirror has the same page.
func fetch(mirror string) any {
	return "the page"
}

func Example() {
	items := []string{"mirror 1", "mirror 2", "mirror 3"}
	c := make(chan any, len(items))
	for _, i := range items {
		go func(c chan any, mirror string) {
			result := fetch(mirror)
			c <- result
		}(c, i)
	}
	data := <-c
	fmt.Println("got", data)
	return
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
