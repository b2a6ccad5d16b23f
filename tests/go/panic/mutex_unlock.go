package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Mutex
	defer func() { fmt.Println("a fatal error cannot be recovered", recover()) }()
	m.Unlock()
}

// Exit: 2
// Stderr: fatal error: sync: unlock of unlocked mutex
// Stderr:
// Stderr: goroutine 1 [running]:
