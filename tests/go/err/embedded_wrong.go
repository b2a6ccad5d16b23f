package main

type I interface{ M() }
type P *int
type A struct {
	*I // ERROR "embedded field type cannot be a pointer to an interface"
	P  // ERROR "embedded field type cannot be a pointer"
	int
	int // ERROR "int redeclared\n\t\S+:8:2: other declaration of int"
}

func main() {}
