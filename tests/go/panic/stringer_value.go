package main

import "fmt"

type S struct{ n int }

func (s S) String() string { return fmt.Sprint("S", s.n) }

func main() { panic(S{1}) }

// Exit: 2
// Stderr: panic: S1
// Stderr:
// Stderr: goroutine 1 [running]:
