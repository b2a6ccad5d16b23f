// BUG main.2 leaked chan send
package main

import (
	"fmt"
	"time"
)

func query(name string) <-chan string {
	c := make(chan string)
	go func() {
		time.Sleep(time.Millisecond)
		c <- name
	}()
	return c
}

// What one case received in the first round is no part of the state when another one is chosen in the second.
func main() {
	timeout := time.After(80 * time.Millisecond)
	web, image := query("web"), query("image")
	for i := 0; i < 2; i++ {
		select {
		case r := <-web:
			fmt.Println(r)
		case r := <-image:
			fmt.Println(r)
		case <-timeout:
			fmt.Println("timed out")
			return
		}
	}
}
