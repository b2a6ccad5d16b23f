package main

type T struct {
	a int
	a string // ERROR "a redeclared\n\t\S+:4:2: other declaration of a"
}

func (T) M() {}
func (T) M() {} // ERROR "(method T\.M already declared at \S+:8:10|(method T\.M already declared at \S+:8:10|(method T\.M already declared at \S+:8:10|T\.M redeclared in this block\n\t\S+:8:10: other declaration of M)))"
func (T) a() {} // ERROR "field and method with the same name a\n\t\S+:4:2: other declaration of a"

type T int // ERROR "T redeclared in this block\n\t\S+:3:6: other declaration of T"

var x = 1
var x = 2 // ERROR "x redeclared in this block\n\t\S+:14:5: other declaration of x"

func f() {}
func f() {} // ERROR "f redeclared in this block\n\t\S+:17:6: other declaration of f"
func x() {} // ERROR "x redeclared in this block\n\t\S+:14:5: other declaration of x"

const f = 1 // ERROR "f redeclared in this block\n\t\S+:17:6: other declaration of f"

type I interface {
	M()
	M() // ERROR "duplicate method M\n\t\S+:24:2: other declaration of (method )?M"
}

func g(a int, a string) {}         // ERROR "a redeclared in this block\n\t\S+:28:8: other declaration of a"
func h(a int) (a int)   { return } // ERROR "a redeclared in this block\n\t\S+:29:8: other declaration of a" "result parameter a not in scope at return\n\t\S+:29:8: inner declaration of var a int"
func (t T) n(t int)     {}         // ERROR "t redeclared in this block\n\t\S+:30:7: other declaration of t"

func main() {
	y := 1
	y := 2      // ERROR "no new variables on left side of :="
	var y int   // ERROR "y redeclared in this block\n\t\S+:33:2: other declaration of y"
	const y = 3 // ERROR "y redeclared in this block\n\t\S+:33:2: other declaration of y"
	a, b := 1, 2
	a, b := 3, 4 // ERROR "no new variables on left side of :="
	a, c := 5, 6
	_, _, _, _ = y, a, b, c
	func(p int) {
		var p int // ERROR "p redeclared in this block\n\t\S+:41:7: other declaration of p"
		_ = p
	}(1)
	d, d := 1, 2 // ERROR "d repeated on left side of :="
	_ = d
}

func main() {} // ERROR "main redeclared in this block\n\t\S+:32:6: other declaration of main"

func init() {}
func init() {}
