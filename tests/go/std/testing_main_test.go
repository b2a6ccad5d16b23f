// TestMain runs the tests itself.
package main

import (
	"fmt"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	fmt.Println("set up")
	code := m.Run()
	fmt.Println("tear down", code)
	os.Exit(code + 4)
}

func TestFails(t *testing.T) { t.Fail() }

// Exit: 5

// Output:
// set up
// --- FAIL: TestFails (0.00s)
// FAIL
// tear down 1
