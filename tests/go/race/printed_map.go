// Printing a map reads it.
package main

import "fmt"

func main() {
	m := map[string]int{"a": 1}
	done := make(chan bool)
	go func() {
		m["b"] = 2 // RACE
		done <- true
	}()
	text := fmt.Sprint(m) // RACE
	<-done
	fmt.Println(len(text) > 0)
}
