package main

import "fmt"

type E struct{ p *int }

func (e E) Error() string { return fmt.Sprint(*e.p) }

func main() {
	defer func() {
		fmt.Println(recover() != nil)
		panic("after")
	}()
	fmt.Println(E{}.Error())
}

// Exit: 2
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference [recovered]
// Stderr: 	panic: after
// Output:
// true
