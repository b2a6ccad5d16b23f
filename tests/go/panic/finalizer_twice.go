package main

import "runtime"

type T struct{ a, b int }

func main() {
	t := &T{}
	runtime.SetFinalizer(t, func(*T) {})
	runtime.SetFinalizer(t, nil)
	runtime.SetFinalizer(t, func(any) {})
	runtime.SetFinalizer(t, func(*T) {})
}

// Exit: 2
// Stderr: fatal error: runtime.SetFinalizer: finalizer already set
