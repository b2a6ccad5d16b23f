package main

import "fmt"

func main() {
	var m map[string]int
	fmt.Println(m["read"])
	m["write"] = 1
}

// Exit: 2
// Stderr: panic: assignment to entry in nil map
// Stderr:
// Stderr: goroutine 1 [running]:
// Output:
// 0
