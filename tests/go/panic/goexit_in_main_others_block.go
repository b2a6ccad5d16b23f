package main

import "runtime"

func main() {
	go func() { select {} }()
	runtime.Goexit()
}

// Exit: 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
