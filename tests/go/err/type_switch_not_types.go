package main

import (
	"fmt"
	"strings"
)

func main() {
	var x any = 1
	two, three := 2, 3
	switch x.(type) {
	case 5, int: // ERROR "5 is not a type"
	case "s", 'c', 1.5: // ERROR `"s" is not a type` "'c' is not a type" "1\.5 is not a type"
	case two + 1: // ERROR "two \+ 1 is not a type"
	case strings.ToUpper("s"), string: // ERROR `strings\.ToUpper\("s"\) is not a type`
	case func() {}: // ERROR "func\(\) \{\} is not a type"
	case []int{1}, &three: // ERROR "\[\]int\{…\} is not a type" "&three is not a type"
	case (6): // ERROR "6 is not a type"
	case nil:
	}
	switch y := x.(type) {
	case 7: // ERROR "7 is not a type"
		_ = y
	case int:
		y = "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in assignment`
		fmt.Println(y)
	}
	var z int = "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in variable declaration`
	_ = z
}
