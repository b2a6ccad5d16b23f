package main

type I interface{ M() }
type T struct{}
type P struct{}

func (*P) M() {}

func main() {
	var i I
	_ = i.(T) // ERROR "impossible type assertion: i\.\(T\)\n\tT does not implement I \(missing method M\)"
	_ = i.(P) // ERROR "impossible type assertion: i\.\(P\)\n\tP does not implement I \(method M has pointer receiver\)"
	_ = i.(*P)
	x := 5
	_ = x.(int)         // ERROR "invalid operation: x \(variable of type int\) is not an interface"
	_ = i.(int)         // ERROR "impossible type assertion: i\.\(int\)\n\tint does not implement I \(missing method M\)"
	_, ok := i.(string) // ERROR "impossible type assertion: i\.\(string\)\n\tstring does not implement I \(missing method M\)"
	_ = ok
	switch i.(type) {
	case T: // ERROR "impossible type switch case: T\n\ti \(variable of type I\) cannot have dynamic type T \(missing method M\)"
	case P, *P: // ERROR "impossible type switch case: P\n\ti \(variable of type I\) cannot have dynamic type P \(method M has pointer receiver\)"
	case string: // ERROR "impossible type switch case: string\n\ti \(variable of type I\) cannot have dynamic type string \(missing method M\)"
	}
	_ = i.(Undefined) // ERROR "undefined: Undefined"
	_ = "a".(string)  // ERROR `invalid operation: "a" \(untyped string constant\) is not an interface`
}
