package main

//gopark:go1.22

type truth bool

func two() (int, int)                        { return 1, 2 }
func none(yield func() bool)                 {}
func three(yield func(a, b, c int) bool)     {}
func result(yield func(int) bool) int        { return 0 }
func noBool(yield func(int))                 {}
func ownBool(yield func(int) truth)          {}
func notFunc(yield int)                      {}
func manyParams(yield func(int) bool, n int) {}
func one(yield func(int) bool)               {}

func main() {
	for range two { // ERROR "cannot range over two \(value of type func\(\) \(int, int\)\): func must be func\(yield func\(...\) bool\): wrong argument count"
	}
	for range three { // ERROR "cannot range over three \(value of type func\(yield func\(a int, b int, c int\) bool\)\): func must be func\(yield func\(...\) bool\): yield func has too many parameters"
	}
	for range result { // ERROR "cannot range over result \(value of type func\(yield func\(int\) bool\) int\): func must be func\(yield func\(...\) bool\): unexpected results"
	}
	for range noBool { // ERROR "cannot range over noBool \(value of type func\(yield func\(int\)\)\): func must be func\(yield func\(...\) bool\): yield func does not return bool"
	}
	for range ownBool { // ERROR "cannot range over ownBool \(value of type func\(yield func\(int\) truth\)\): yield func returns user-defined boolean, not bool"
	}
	for range notFunc { // ERROR "cannot range over notFunc \(value of type func\(yield int\)\): func must be func\(yield func\(...\) bool\): argument is not func"
	}
	for range manyParams { // ERROR "cannot range over manyParams \(value of type func\(yield func\(int\) bool, n int\)\): func must be func\(yield func\(...\) bool\): wrong argument count"
	}
	for x := range none { // ERROR "range over none \(value of type func\(yield func\(\) bool\)\) permits no iteration variables"
		_ = x
	}
	for x, y := range one { // ERROR "range over one \(value of type func\(yield func\(int\) bool\)\) permits only one iteration variable"
		_, _ = x, y
	}
	for x := range one { // ERROR "declared and not used: x"
	}
}
