package main

import "fmt"

type T [...]int // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"

func f() [...]int { return x } // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)" "undefined: x"

func main() {
	var e [...]int // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	_ = e
	_ = new([...]int) // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	_ = [...]string(nil) // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	_ = [...][2]int{{1}, {1, 2, 3}} // ERROR "index 2 is out of bounds \(>= 2\)"
	_ = []*[...]int{} // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	var i any
	_ = i.([...]int) // ERROR "invalid use of \[\.\.\.\] array \(outside a composite literal\)"
	fmt.Println([...]int{1, 2}, len([...]string{5: "s"})) // this is right
	var s string = 1 // ERROR "cannot use 1 \(untyped int constant\) as string value in variable declaration"
	_ = s
}
