package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// check says whether a link may be followed.
func check(link string) bool {
	return strings.HasPrefix(link, "/")
}

func Example() {
	links := []string{"/a", "b", "/c"}
	var wg sync.WaitGroup
	for _, link := range links {
		wg.Add(1)
		go func(link string) {
			if !check(link) {
				return
			}
			wg.Done()
		}(link)
	}
	finished := make(chan struct{})
	go func() {
		wg.Wait()
		close(finished)
	}()
	select {
	case <-finished:
		fmt.Println("all links checked")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("no longer waiting")
	}
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
