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
	_ = P{1}
	_ = P{1, 2, 3}
	_ = P{X: 1, 2}
	_ = P{Z: 1}
	_ = P{X: 1, X: 2}
	_ = P{"a", 1}
	_ = P{X: "a"}
	_ = Q{X: 1}
	_ = Q{P{1, 2}}
	_ = Q{P: 1, Name: 2}
	_ = &P{1, 2, 3}
	_ = int{1}
	_ = P{x: 1}
	_ = []P{{1}, {X: "s"}}
	_ = (*P){1, 2} // ERROR "syntax error: unexpected \{ at end of statement"
	fmt.Println(time.Duration{1}, sync.Mutex{1}) // ERROR "syntax error: non-declaration statement outside function body"
}
