// A loop over a map while another goroutine writes to it.
package main

import "fmt"

func main() {
	m := map[string]int{"a": 1}
	done := make(chan bool)
	go func() {
		m["b"] = 2 // RACE
		done <- true
	}()
	sum := 0
	for _, v := range m { // RACE
		sum += v
	}
	<-done
	fmt.Println("done")
}
