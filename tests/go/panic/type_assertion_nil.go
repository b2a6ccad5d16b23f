package main

import "fmt"

func main() {
	var x interface{}
	fmt.Println(x.(string))
}

// Exit: 2
// Stderr: panic: interface conversion: interface {} is nil, not string
// Stderr:
// Stderr: goroutine 1 [running]:
