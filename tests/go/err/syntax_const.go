//gopark:first-error

package main

const (
	a
	b = 1
)

const x := 2 // ERROR "syntax error: unexpected :=, expected ="

func main() {}
