package main

func main() {
	m := map[interface{}]int{}
	m[map[string]int{}] = 1
}

// Exit: 2
// Stderr: panic: runtime error: hash of unhashable type map[string]int
// Stderr:
// Stderr: goroutine 1 [running]:
