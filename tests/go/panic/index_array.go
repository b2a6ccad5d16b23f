package main

import "fmt"

func get(a [4]string, i int) string { return a[i] }

func main() { fmt.Println(get([4]string{}, 4)) }

// Exit: 2
// Stderr: panic: runtime error: index out of range [4] with length 4
// Stderr:
// Stderr: goroutine 1 [running]:
