package main

type I interface {
	M(int) string
}

type J interface {
	I
	N()
}

type K interface{ int | string }

type T struct{}

func (t T) M(s string) string { return s }

func main() {
	var k K       // ERROR "cannot use type K outside a type constraint: interface contains type constraints"
	var i I = T{} // ERROR "cannot use T\{\} \(value of type T\) as I value in variable declaration: T does not implement I \(wrong type for method M\)\n\t\thave M\(s string\) string\n\t\twant M\(int\) string"
	var j J = i   // ERROR "cannot use i \(variable of type I\) as J value in variable declaration: I does not implement J \(missing method N\)"
	i = j
	i.N()           // ERROR "i\.N undefined \(type I has no field or method N\)"
	_ = I{}         // ERROR "invalid composite literal type I"
	_ = new(I).M(1) // ERROR "new\(I\)\.M undefined \(type \*I is pointer to interface, not interface\)"
	var f func(int) string = i.M
	i.M = f // ERROR "cannot assign to i\.M \(neither addressable nor a map index expression\)"
	var e interface{} = i
	e.M(1) // ERROR "e\.M undefined \(type interface\{\} has no field or method M\)"
	i = e  // ERROR "cannot use e \(variable of type interface\{\}\) as I value in assignment: interface\{\} does not implement I \(missing method M\)"
	_ = k
}
