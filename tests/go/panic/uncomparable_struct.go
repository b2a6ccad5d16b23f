package main

import "fmt"

type T struct{ f interface{} }

func main() {
	a := T{func() {}}
	fmt.Println(a == a)
}

// Exit: 2
// Stderr: panic: runtime error: comparing uncomparable type func()
// Stderr:
// Stderr: goroutine 1 [running]:
