package main

import "fmt"

type T struct{ n int }

func (t T) Get() int { return t.n }

func main() {
	var p *T
	fmt.Println(p.Get())
}

// Exit: 2
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
