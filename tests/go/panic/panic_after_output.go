package main

import "fmt"

func main() {
	for i := 3; ; i-- {
		fmt.Println(12 / i)
	}
}

// Exit: 2
// Stderr: panic: runtime error: integer divide by zero
// Stderr:
// Stderr: goroutine 1 [running]:
// Output:
// 4
// 6
// 12
