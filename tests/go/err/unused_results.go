package main

import "fmt"

func f() (int, error) { return 1, nil }

func main() {
	f // ERROR "f \(value of type func\(\) \(int, error\)\) is not used"
	_ = f
	x, _ := f(), 1      // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	_, _ = f(), f()     // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	y := f() + 1        // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	z := []int{f()}     // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	fmt.Println(f(), 1) // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	_, _, _ = x, y, z
	if f(); true {
	}
	for f() { // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	}
	switch f() { // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	}
	var a [2]int = f() // ERROR "multiple-value f\(\) \(value of type \(int, error\)\) in single-value context"
	return f()         // ERROR "too many return values\n\thave \(int, error\)\n\twant \(\)"
}
