package main

import (
	"errors"
	"fmt"
)

func main() { panic(fmt.Errorf("wrapped: %w", errors.New("inner"))) }

// Exit: 2
// Stderr: panic: wrapped: inner
// Stderr:
// Stderr: goroutine 1 [running]:
