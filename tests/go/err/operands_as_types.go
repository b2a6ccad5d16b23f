// What stands where a type is wanted, and what a message calls it.
package main

import "fmt"

type shelf struct{ books map[string]int }

func (s *shelf) count() int { return len(s.books) }

type notGeneric int

func find(s *shelf) (n int, err error) {
	{
		n := "shadow" // ERROR "declared and not used: n"
		return        // ERROR "result parameter n not in scope at return\n\t.*: inner declaration of var n int"
	}
}

func main() {
	s := &shelf{}
	_ = []s.books{}           // ERROR "s.books \(variable of type map\[string\]int\) is not a type"
	_ = new(s.count)          // ERROR "s.count \(value of type func\(\) int\) is not a type"
	var x notGeneric[unknown] // ERROR "notGeneric is not a generic type"
	_ = x
	true.Printf() // ERROR "true.Printf undefined \(type untyped bool has no field or method Printf\)"
	defer func() {
		r := recover()
		fmt.Println(r.Error()) // ERROR "r.Error undefined \(type interface\{\} has no field or method Error\)"
	}()
}
