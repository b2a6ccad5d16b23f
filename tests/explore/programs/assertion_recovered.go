// PROVED
package main

import "fmt"

// What a failed assertion did not write any more is no part of the state while the deferred call runs.
func run() (any, error) {
	var i any = 1
	return i.(fmt.Stringer), nil
}

func do(c chan string) {
	defer func() {
		if r := recover(); r != nil {
			c <- fmt.Sprint("job: ", r)
		}
	}()
	run()
}

func main() {
	c := make(chan string)
	go do(c)
	fmt.Println(<-c)
}
