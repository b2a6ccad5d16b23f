package main

import "fmt"

type T struct{ a int }

func main() {
	x, s, f := 1, "a", 2.5
	var p *int
	var t T
	fmt.Println(*x, &1, &"a", *p+*s)                        // ERROR "invalid operation: cannot indirect x \(variable of type int\)" "invalid operation: cannot take address of 1 \(untyped int constant\)" `invalid operation: cannot take address of "a" \(untyped string constant\)` "invalid operation: cannot indirect s \(variable of type string\)"
	fmt.Println(x[0], s["a"], s[1.5], t[0], p[0], f[1])     // ERROR "invalid operation: cannot index x \(variable of type int\)" `cannot convert "a" \(untyped string constant\) to (type )?int` "1\.5 \(untyped float constant\) truncated to int" "invalid operation: cannot index t \(variable of type T\)" "invalid operation: cannot index p \(variable of type \*int\)" "invalid operation: cannot index f \(variable of type float64\)"
	fmt.Println(x[1:2], t[:], s[1:2:3])                     // ERROR "(invalid operation: )?cannot slice x \(variable of type int\)" "(invalid operation: )?cannot slice t \(variable of type T\)" "invalid operation: 3-index slice of string"
	fmt.Println(len(x), len(t), cap(s), cap(map[int]int{})) // ERROR "invalid argument: x \(variable of type int\) for built-in len" "invalid argument: t \(variable of type T\) for built-in len" "invalid argument: s \(variable of type string\) for built-in cap" "invalid argument: map\[int\]int\{\} \(value of type map\[int\]int\) for built-in cap"
	fmt.Println(!x, -t, +s, ^s, ^true, -"a")                // ERROR "invalid operation: operator ! not defined on x \(variable of type int\)" "invalid operation: operator - not defined on t \(variable of type T\)" "invalid operation: operator \+ not defined on s \(variable of type string\)" "invalid operation: operator \^ not defined on s \(variable of type string\)" "invalid operation: operator \^ not defined on true \(untyped bool constant\)" `invalid operation: operator - not defined on "a" \(untyped string constant\)`
	fmt.Println(x<<2.5, x<<-1, s<<1, 1.5<<2)                // ERROR "2\.5 \(untyped float constant\) truncated to uint" "invalid operation: negative shift count -1 \(untyped int constant\)" "invalid operation: shifted operand s \(variable of type string\) must be integer" "invalid operation: shifted operand 1\.5 \(untyped float constant\) must be integer"
	x++
	s++             // ERROR "invalid operation: s\+\+ \(non-numeric type string\)"
	t++             // ERROR "invalid operation: t\+\+ \(non-numeric type T\)"
	5++             // ERROR "cannot assign to 5 \(neither addressable nor a map index expression\)"
	f()             // ERROR "invalid operation: cannot call non-function f \(variable of type float64\)"
	x.y = 1         // ERROR "x\.y undefined \(type int has no field or method y\)"
	<-x             // ERROR "invalid operation: cannot receive from non-channel x \(variable of type int\)"
	x <- 1          // ERROR "invalid operation: cannot send to non-channel x \(variable of type int\)"
	for range x.y { // ERROR "x\.y undefined \(type int has no field or method y\)"
	}
	*x = 1                                      // ERROR "invalid operation: cannot indirect x \(variable of type int\)"
	&x = p                                      // ERROR "cannot assign to &x \(neither addressable nor a map index expression\)"
	fmt.Println(&f2(), &t.a, &map[int]int{}[1]) // ERROR "invalid operation: cannot take address of f2\(\) \(value of type int\)" "invalid operation: cannot take address of map\[int\]int\{\}\[1\] \(map index expression of type int\)"
}

func f2() int { return 1 }
