package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Println(x) // ERROR "undefined: x"
	y = 5          // ERROR "undefined: y"
	var a T        // ERROR "undefined: T"
	b := g(1)      // ERROR "undefined: g"
	undefined()    // ERROR "undefined: undefined"
	a.b.c = 1
	for i := range items { // ERROR "undefined: items"
		_ = i
	}
	fmt.Println(strings.ToUpper("a"))
	_ = b
}
