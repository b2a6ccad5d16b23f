// An Error method that panics while the panic is printed.
package main

import "fmt"

type point struct{ x, y int }

func (p *point) Error() string { return fmt.Sprint(p.x, p.y) }

func main() {
	var nobody *point
	fmt.Println("start")
	panic(nobody)
}

// Exit: 2
// Stderr: fatal error: panic while printing panic value: type runtime.errorString
// Output:
// start
