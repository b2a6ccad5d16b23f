//gopark:first-error

package main

import "fmt"

func main() {
	x := 1
	y := x++ // ERROR "syntax error: unexpected \+\+ at end of statement"
	++x
	fmt.Println(x++)
}
