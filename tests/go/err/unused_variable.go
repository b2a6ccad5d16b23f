package main

import "fmt"

func f() (int, error) { return 1, nil }

func main() {
	x := 1       // ERROR "declared and not used: x"
	var y string // ERROR "declared and not used: y"
	var z = 3    // ERROR "declared and not used: z"
	a, b := f()  // ERROR "declared and not used: b"
	fmt.Println(a)
	for i, v := range []int{1} { // ERROR "declared and not used: v"
		fmt.Println(i)
	}
	if n := 5; true { // ERROR "declared and not used: n"
	}
	switch t := interface{}(1).(type) { // ERROR "declared and not used: t"
	case int:
	}
	func() {
		inner := 1 // ERROR "declared and not used: inner"
	}()
	assigned := 1 // ERROR "declared and not used: assigned"
	assigned = 2
	_ = 1
}
