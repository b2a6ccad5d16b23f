package main

type T struct{ n int }

func f() int { return 1 }

func (t *T) P() {}

func main() {
	_ = &f() // ERROR "invalid operation: cannot take address of f\(\) \(value of type int\)"
	_ = &1   // ERROR "invalid operation: cannot take address of 1 \(untyped int constant\)"
	_ = &"s" // ERROR `invalid operation: cannot take address of "s" \(untyped string constant\)`
	_ = &T{}
	_ = &nil // ERROR "invalid operation: cannot take address of nil"
	_ = &f   // ERROR "invalid operation: cannot take address of f \(value of type func\(\) int\)"
	m := map[string]T{"a": {}}
	_ = &m["a"] // ERROR `invalid operation: cannot take address of m\["a"\] \(map index expression of type T\)`
	m["a"].P()  // ERROR "cannot call pointer method P on T"
	T{}.P()     // ERROR "cannot call pointer method P on T"
	s := "abc"
	_ = &s[0] // ERROR "invalid operation: cannot take address of s\[0\] \(value of type byte\)"
	_ = &[]int{1}[0]
	_ = &int(5)  // ERROR "invalid operation: cannot take address of int\(5\) \(constant 5 of type int\)"
	_ = &(1 + 2) // ERROR "invalid operation: cannot take address of 1 \+ 2 \(untyped int constant 3\)"
	var p *int
	_ = *p
	_ = **p  // ERROR "invalid operation: cannot indirect \*p \(variable of type int\)"
	_ = *nil // ERROR "invalid operation: cannot indirect nil"
	_ = *5   // ERROR "invalid operation: cannot indirect 5 \(untyped int constant\)"
	_ = *m   // ERROR "invalid operation: cannot indirect m \(variable of type map\[string\]T\)"
	_ = **&p
}
