// BUG main panic running
package main

import "sort"

// Without another goroutine and without an operation; in the order of insertion nothing happens.
func main() {
	keys := []string{}
	for name := range map[string]int{"a": 1, "b": 2, "c": 3} {
		keys = append(keys, name)
	}
	if !sort.StringsAreSorted(keys) {
		panic("not sorted")
	}
}
