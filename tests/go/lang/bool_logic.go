// Booleans: operators, short circuit, comparison, printing.
package main

import "fmt"

func t(calls *int) bool { *calls++; return true }

func main() {
	a, b := true, false
	fmt.Println(a && b, a || b, !a, a == b, a != b, !(a && !b))
	n := 0
	_ = b && t(&n)
	_ = a || t(&n)
	fmt.Println(n)
	_ = a && t(&n)
	_ = b || t(&n)
	fmt.Println(n)
	type Flag bool
	var f Flag = 1 < 2
	fmt.Println(f, !f, f && true, bool(f))
	var ok bool
	ok = ok || n > 1 && n < 5
	fmt.Println(ok)
	if x := n; !ok || x == 2 {
		fmt.Println("then")
	}
	fmt.Println(1 < 2 == true, "a" == "a" != false)
}

// Output:
// false true false false true false
// 0
// 2
// true false true true
// true
// then
// true true
