package main

type T struct{}

func value() any {
	type T struct{}
	return T{}
}

func main() {
	_ = value().(T)
}

// Exit: 2
// Stderr: panic: interface conversion: interface {} is main.T, not main.T (types from different scopes)
// Stderr:
// Stderr: goroutine 1 [running]:
