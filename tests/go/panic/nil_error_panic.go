package main

import "fmt"

func main() {
	var err error
	fmt.Println(err.Error())
}

// Exit: 2
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
