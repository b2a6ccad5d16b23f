package main

import "fmt"

type A int
type B int

func main() {
	var x interface{} = A(1)
	fmt.Println(x.(B))
}

// Exit: 2
// Stderr: panic: interface conversion: interface {} is main.A, not main.B
// Stderr:
// Stderr: goroutine 1 [running]:
