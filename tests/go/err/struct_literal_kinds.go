package main

import (
	"fmt"
	"sync"
	"time"
)

type P struct{ X, Y int }
type Q struct {
	P
	Name string
}

func main() {
	_ = P{1}                                        // ERROR "too few values in (P\{…\}|struct literal of type P)"
	_ = P{1, 2, 3}                                  // ERROR "too many values in (P\{…\}|struct literal of type P)"
	_ = P{X: 1, 2}                                  // ERROR "mixture of field:value and value elements in struct literal"
	_ = P{Z: 1}                                     // ERROR "unknown field '?Z'? in struct literal of type P(, but does have (field )?\w+)?"
	_ = P{X: 1, X: 2}                               // ERROR "duplicate field name X in struct literal"
	_ = P{"a", 1}                                   // ERROR `cannot use "a" \(untyped string constant\) as int value in struct literal`
	_ = P{X: "a"}                                   // ERROR `cannot use "a" \(untyped string constant\) as int value in struct literal`
	_ = Q{X: 1}                                     // ERROR "unknown field '?X'? in struct literal of type Q(, but does have (field )?\w+)?"
	_ = Q{P{1, 2}}                                  // ERROR "too few values in (Q\{…\}|struct literal of type Q)"
	_ = Q{P: 1, Name: 2}                            // ERROR "cannot use 1 \(untyped int constant\) as P value in struct literal" "cannot use 2 \(untyped int constant\) as string value in struct literal"
	_ = &P{1, 2, 3}                                 // ERROR "too many values in (P\{…\}|struct literal of type P)"
	_ = int{1}                                      // ERROR "invalid composite literal type int"
	_ = P{x: 1}                                     // ERROR "unknown field '?x'? in struct literal of type P(, but does have (field )?\w+)?"
	_ = []P{{1}, {X: "s"}}                          // ERROR "too few values in (struct\{X int; Y int\}\{…\}|struct literal of type P)" `cannot use "s" \(untyped string constant\) as int value in struct literal`
	fmt.Println(time.Duration{1}, sync.WaitGroup{}) // ERROR "invalid composite literal type time\.Duration"
}
