// A test that panics ends the program, after it has said what it logged.
package main

import (
	"fmt"
	"testing"
)

func TestPanics(t *testing.T) {
	t.Log("before")
	t.Cleanup(func() { fmt.Println("cleanup") })
	t.Run("sub", func(t *testing.T) {
		t.Log("in sub")
		panic("boom")
	})
}

// Exit: 2
// Stderr: panic: boom [recovered]
// Stderr: 	panic: boom

// Output:
// cleanup
// --- FAIL: TestPanics (0.00s)
//     test_panics_test.go:10: before
//     --- FAIL: TestPanics/sub (0.00s)
//         test_panics_test.go:13: in sub
