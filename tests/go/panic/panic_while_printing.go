// A panic whose value panics while it is printed.
package main

import "fmt"

type point struct{ x, y int }

func (p point) Error() string { panic("in Error") }

func main() {
	fmt.Println("start")
	panic(point{1, 2})
}

// Exit: 2
// Stderr: fatal error: panic while printing panic value: in Error
// Output:
// start
