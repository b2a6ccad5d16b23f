package main

type I interface{ M() }
type P *int
type A struct {
	*I
	P
	int
	int
	[]int // ERROR "syntax error: unexpected \[, expected field name or embedded type"
}
