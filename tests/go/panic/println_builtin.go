package main

import "fmt"

func main() {
	println("to standard error", 1, true, -5, 'a')
	print("no", " ", "blanks", 1, 2, "\n")
	fmt.Println("to standard output")
}

// Stderr: to standard error 1 true -5 97
// Stderr: no blanks12
// Output:
// to standard output
