// What `go test` prints of a file of tests, and how it ends.
package main

import (
	"fmt"
	"testing"
)

func TestGood(t *testing.T) {
	t.Log("not shown")
}

func helper(t testing.TB, n int) {
	t.Helper()
	t.Errorf("helper says %d", n)
}

func TestBad(t *testing.T) {
	t.Cleanup(func() { fmt.Println("cleanup 1") })
	t.Cleanup(func() { fmt.Println("cleanup 2") })
	t.Log("first\nsecond")
	helper(t, 4)
	defer fmt.Println("deferred")
	t.Fatal("stop", 1)
	t.Log("never")
}

func TestSkip(t *testing.T) {
	defer func() { fmt.Println(t.Skipped(), t.Failed()) }()
	t.Skipf("not %s", "today")
}

func TestSub(t *testing.T) {
	for _, name := range []string{"a", "b c", "a"} {
		t.Run(name, func(t *testing.T) {
			if t.Name() == "TestSub/b_c" {
				t.Error("bad")
			}
			fmt.Println(t.Name())
		})
	}
	fmt.Println(t.Run("inner", func(t *testing.T) {
		t.Run("deep", func(t *testing.T) { t.FailNow() })
	}))
	t.Log("after")
}

func TestParallel(t *testing.T) {
	done := make(chan int, 3)
	t.Run("group", func(t *testing.T) {
		for i := 0; i < 3; i++ {
			i := i
			t.Run("", func(t *testing.T) {
				t.Parallel()
				done <- i
				if i == 1 {
					t.Error("one")
				}
			})
		}
		fmt.Println("all are waiting", len(done))
	})
	fmt.Println("all have run", len(done))
}

type table []struct{ in, want int }

func TestTable(t *testing.T) {
	for _, row := range (table{{1, 1}, {2, 4}, {3, 8}}) {
		if got := row.in * row.in; got != row.want {
			t.Errorf("square(%d) = %d, want %d", row.in, got, row.want)
		}
	}
}

func BenchmarkNothing(b *testing.B) {
	for i := 0; i < b.N; i++ {
	}
}

func Test_underscore(t *testing.T) { fmt.Println("runs") }
func Testify(t *testing.T)         { fmt.Println("is no test") }

// Exit: 1

// Output:
// deferred
// cleanup 2
// cleanup 1
// --- FAIL: TestBad (0.00s)
//     testing_test.go:21: first
//         second
//     testing_test.go:22: helper says 4
//     testing_test.go:24: stop 1
// true false
// TestSub/a
// TestSub/b_c
// TestSub/a#01
// false
// --- FAIL: TestSub (0.00s)
//     --- FAIL: TestSub/b_c (0.00s)
//         testing_test.go:37: bad
//     --- FAIL: TestSub/inner (0.00s)
//         --- FAIL: TestSub/inner/deep (0.00s)
//     testing_test.go:45: after
// all are waiting 0
// all have run 3
// --- FAIL: TestParallel (0.00s)
//     --- FAIL: TestParallel/group (0.00s)
//         --- FAIL: TestParallel/group/#01 (0.00s)
//             testing_test.go:57: one
// --- FAIL: TestTable (0.00s)
//     testing_test.go:71: square(3) = 9, want 8
// runs
// FAIL
