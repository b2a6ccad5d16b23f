package main

import "fmt"

func main() {
	var x interface{} = "s"
	n := x.(int)
	fmt.Println(n)
}

// Exit: 2
// Stderr: panic: interface conversion: interface {} is string, not int
// Stderr:
// Stderr: goroutine 1 [running]:
