package main

import "fmt"

type MyErr struct{ code int }

func (e *MyErr) Error() string { return fmt.Sprint("my error ", e.code) }

func main() { panic(&MyErr{3}) }

// Exit: 2
// Stderr: panic: my error 3
// Stderr:
// Stderr: goroutine 1 [running]:
