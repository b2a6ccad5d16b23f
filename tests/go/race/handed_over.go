// A value belongs to whoever received it, buffered or not; once, wait groups and close order things,
// too: no race.
package main

import (
	"fmt"
	"sync"
)

func main() {
	values := make(chan []int, 1)
	closed := make(chan struct{})
	var once sync.Once
	var wg sync.WaitGroup
	config := 0
	wg.Add(2)
	for i := 0; i < 2; i++ {
		go func() {
			defer wg.Done()
			once.Do(func() { config = 7 })
			s := <-values
			s[0] += config
			values <- s
		}()
	}
	note := ""
	go func() {
		note = "closed"
		close(closed)
	}()
	values <- []int{1}
	wg.Wait()
	<-closed
	fmt.Println((<-values)[0], config, note)
}
