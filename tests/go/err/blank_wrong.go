package main

import "fmt"

func f(_ int) {}

func main() {
	x := _                        // ERROR "cannot use _ as value( or type)?"
	_()                           // ERROR "cannot use _ as value( or type)?"
	fmt.Println(_)                // ERROR "cannot use _ as value( or type)?"
	_++                           // ERROR "cannot use _ as value( or type)?"
	_ += 1                        // ERROR "cannot use _ as value( or type)?"
	var _ int = "a"               // ERROR `cannot use "a" \(untyped string constant\) as int value in variable declaration`
	_ = nil                       // ERROR "use of untyped nil in assignment( to _ identifier)?"
	_.x = 1                       // ERROR "cannot use _ as value( or type)?"
	f(_)                          // ERROR "cannot use _ as value( or type)?"
	type _ struct{ x undefinedT } // ERROR "undefined: undefinedT"
}
