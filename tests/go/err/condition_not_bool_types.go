package main

func f()              {}
func g() (bool, bool) { return true, true }

func main() {
	x, s := 1, "a"
	var p *int
	if x { // ERROR "non-boolean condition in if statement"
	}
	if s { // ERROR "non-boolean condition in if statement"
	}
	if p { // ERROR "non-boolean condition in if statement"
	}
	for x { // ERROR "non-boolean condition in for statement"
	}
	for i := 0; i; i++ { // ERROR "non-boolean condition in for statement"
	}
	if f() { // ERROR "f\(\) \(no value\) used as value"
	}
	if g() { // ERROR "multiple-value g\(\) \(value of type \(bool, bool\)\) in single-value context"
	}
	if nil { // ERROR "non-boolean condition in if statement"
	}
	if !x { // ERROR "invalid operation: operator ! not defined on x \(variable of type int\)"
	}
	if x && true { // ERROR "invalid operation: x && true \(mismatched types int and untyped bool\)"
	}
	if x == 1 || s { // ERROR "invalid operation: x == 1 \|\| s \(mismatched types untyped bool and string\)"
	}
	if func() bool { return true } { // ERROR "non-boolean condition in if statement"
	}
}
