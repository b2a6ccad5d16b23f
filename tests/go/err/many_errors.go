package main

import "fmt"

func main() {
	a1 := 1                             // ERROR "declared and not used: a1"
	a2 := 2                             // ERROR "declared and not used: a2"
	a3 := 3                             // ERROR "declared and not used: a3"
	a4 := 4                             // ERROR "declared and not used: a4"
	a5 := 5                             // ERROR "declared and not used: a5"
	a6 := 6                             // ERROR "declared and not used: a6"
	a7 := 7                             // ERROR "declared and not used: a7"
	a8 := 8                             // ERROR "declared and not used: a8"
	a9 := 9                             // ERROR "declared and not used: a9"
	a10 := 10                           // ERROR "declared and not used: a10"
	a11 := 11                           // ERROR "declared and not used: a11"
	a12 := 12                           // ERROR "declared and not used: a12"
	b = 1                               // ERROR "undefined: b"
	c = 2                               // ERROR "undefined: c"
	d = 3                               // ERROR "undefined: d"
	fmt.Println(undefined1, undefined2) // ERROR "undefined: undefined1" "undefined: undefined2"
}
