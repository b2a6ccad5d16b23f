package main

import "runtime"

type T struct{ a, b [100]int }

func main() {
	runtime.SetFinalizer(&new(T).b, func(*[100]int) {})
}

// Exit: 2
// Stderr: fatal error: runtime.SetFinalizer: pointer not at beginning of allocated block
// Stderr:
// Stderr: goroutine 1 [running]:
