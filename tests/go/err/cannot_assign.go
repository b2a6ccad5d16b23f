package main

import "fmt" // ERROR `"fmt" imported and not used`

type T struct{ n int }

func f() int   { return 1 }
func g() T     { return T{} }
func h() []int { return nil }

func main() {
	f() = 1   // ERROR "cannot assign to f\(\) \(neither addressable nor a map index expression\)"
	g().n = 2 // ERROR "cannot assign to g\(\)\.n \(neither addressable nor a map index expression\)"
	h()[0] = 3
	m := map[string]T{}
	m["a"].n = 1 // ERROR `cannot assign to struct field m\["a"\]\.n in map`
	s := "abc"
	s[0] = 'x'   // ERROR "cannot assign to s\[0\] \(neither addressable nor a map index expression\)"
	1 = 2        // ERROR "cannot assign to 1 \(neither addressable nor a map index expression\)"
	"a" = "b"    // ERROR `cannot assign to "a" \(neither addressable nor a map index expression\)`
	nil = 1      // ERROR "cannot assign to nil \(neither addressable nor a map index expression\)"
	f = nil      // ERROR "cannot assign to f \(neither addressable nor a map index expression\)"
	T = 1        // ERROR "T \(type\) is not an expression"
	true = false // ERROR "cannot assign to true \(neither addressable nor a map index expression\)"
	len = nil    // ERROR "len \(built-in\) must be called"
	fmt = 1      // ERROR "use of package fmt not in selector"
	a := [2]int{}
	a[1] = 5
	[2]int{}[0] = 1 // ERROR "cannot assign to \[2\]int\{\}\[0\] \(neither addressable nor a map index expression\)"
	(s) = "ok"
	&s = nil   // ERROR "cannot assign to &s \(neither addressable nor a map index expression\)"
	T{}.n = 1  // ERROR "cannot assign to T\{\}\.n \(neither addressable nor a map index expression\)"
	-a[0] = 1  // ERROR "cannot assign to -a\[0\] \(neither addressable nor a map index expression\)"
	f()++      // ERROR "cannot assign to f\(\) \(neither addressable nor a map index expression\)"
	m["a"].n++ // ERROR `cannot assign to struct field m\["a"\]\.n in map`
	main = nil // ERROR "cannot assign to main \(neither addressable nor a map index expression\)"
}
