package main

import "fmt"

func f() (int, error) { return 0, nil }

func main() {
	a, err := f()
	a, err := f() // ERROR "no new variables on left side of :="
	_, _ := f() // ERROR "no new variables on left side of :="
	_ := 1 // ERROR "no new variables on left side of :="
	a := 2 // ERROR "no new variables on left side of :="
	b, err := f()
	_, _, _ = a, b, err
	x.y, z := 1, 2 // ERROR "undefined: x" "non-name x\.y on left side of :="
	s := []int{1}
	s[0] := 5 // ERROR "non-name s\[0\] on left side of :="
	fmt.Println(z)
}
