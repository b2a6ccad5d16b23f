//gopark:first-error

package main

import "fmt"

x := 1 // ERROR "syntax error: non-declaration statement outside function body"

fmt.Println("x")

func main() {}
