package main

import "runtime"

type T struct{ a, b int }

func main() {
	runtime.SetFinalizer(&T{}, func(t T) {})
}

// Exit: 2
// Stderr: fatal error: runtime.SetFinalizer: cannot pass *main.T to finalizer func(main.T)
// Stderr:
// Stderr: goroutine 1 [running]:
