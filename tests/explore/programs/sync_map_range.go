// BUG main panic running
package main

import "sync"

// An entry that is deleted while a Range is at another one is not visited.
func main() {
	var jobs sync.Map
	jobs.Store("a", 1)
	jobs.Store("b", 2)
	at := make(chan any, 2)
	go func() {
		<-at
		jobs.Delete("a")
		jobs.Delete("b")
	}()
	n := 0
	jobs.Range(func(name, _ any) bool {
		n++
		at <- name
		return true
	})
	if n == 1 {
		panic("one was missed")
	}
}
