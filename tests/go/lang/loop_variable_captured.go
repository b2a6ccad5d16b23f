// With a copy or an argument this means the same in every Go: each closure has its own value.
package main

import "fmt"

func main() {
	var fs []func()
	for i := 0; i < 3; i++ {
		i := i
		fs = append(fs, func() { fmt.Print(i, " ") })
	}
	for _, s := range []string{"a", "b"} {
		func(s string) {
			fs = append(fs, func() { fmt.Print(s, " ") })
		}(s)
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	var last *int
	for i := 0; i < 3; i++ {
		j := i * i
		last = &j
	}
	fmt.Println(*last)
}

// Output:
// 0 1 2 a b
// 4
