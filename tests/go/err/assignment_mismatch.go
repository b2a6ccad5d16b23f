package main

import "fmt"

func pair() (int, string) { return 1, "" }
func none()               {}

func main() {
	a, b, c := pair()    // ERROR "assignment mismatch: 3 variables but pair returns 2 values"
	d := pair()          // ERROR "assignment mismatch: 1 variable but pair returns 2 values"
	var e, f int = 1     // ERROR "assignment mismatch: 2 variables but 1 value"
	var g int = 1, 2     // ERROR "(((extra init expr 2|assignment mismatch: 1 variable but 2 values)|assignment mismatch: 1 variable but 2 values)|assignment mismatch: 1 variable but 2 values)"
	h, i := 1            // ERROR "assignment mismatch: 2 variables but 1 value"
	j, k := 1, 2, 3      // ERROR "assignment mismatch: 2 variables but 3 values"
	var l, m, n = pair() // ERROR "assignment mismatch: 3 variables but pair returns 2 values"
	x := none()          // ERROR "none\(\) \(no value\) used as value"
	a, b = 1             // ERROR "assignment mismatch: 2 variables but 1 value"
	a, b = pair(), 1     // ERROR "multiple-value pair\(\) \(value of type \(int, string\)\) in single-value context"
	_, _, _, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j, k, l, m, n
	_ = x
	y, ok := 5 // ERROR "assignment mismatch: 2 variables but 1 value"
	m1 := map[string]int{}
	v, ok2, more := m1["a"] // ERROR "assignment mismatch: 3 variables but 1 value"
	fmt.Println(y, ok, v, ok2, more)
	fmt.Println(none()) // ERROR "none\(\) \(no value\) used as value"
	var z = none()      // ERROR "none\(\) \(no value\) used as value"
	_ = z
	_ = pair()  // ERROR "assignment mismatch: 1 variable but pair returns 2 values"
	if pair() { // ERROR "multiple-value pair\(\) \(value of type \(int, string\)\) in single-value context"
	}
}
