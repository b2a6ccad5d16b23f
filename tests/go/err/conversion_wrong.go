package main

type T struct{ a int }
type U struct{ a string }

func main() {
	i, s, f := 1, "a", 2.5
	_ = int("a")    // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_ = int(s)      // ERROR "cannot convert s \(variable of type string\) to type int"
	_ = string(f)   // ERROR "cannot convert f \(variable of type float64\) to type string"
	_ = float64(s)  // ERROR "cannot convert s \(variable of type string\) to type float64"
	_ = T(U{})      // ERROR "cannot convert U\{\} \(value of type U\) to type T"
	_ = []int(s)    // ERROR "cannot convert s \(variable of type string\) to type \[\]int"
	_ = []byte(i)   // ERROR "cannot convert i \(variable of type int\) to type \[\]byte"
	_ = bool(i)     // ERROR "cannot convert i \(variable of type int\) to type bool"
	_ = int(true)   // ERROR "cannot convert true \(untyped bool constant\) to type int"
	_ = (*int)(i)   // ERROR "cannot convert i \(variable of type int\) to type \*int"
	_ = error(s)    // ERROR "cannot convert s \(variable of type string\) to type error: string does not implement error \(missing method Error\)"
	_ = chan int(i) // ERROR "cannot convert i \(variable of type int\) to type chan int"
	_ = int(1, 2)   // ERROR "too many arguments in conversion to int"
	_ = int()       // ERROR "missing argument in conversion to int"
	_ = T{}.a.(int) // ERROR "invalid operation: T\{\}\.a \(value of type int\) is not an interface"
	_ = map[string]int(nil)
	_ = int(nil)    // ERROR "cannot convert nil to type int"
	_ = string(nil) // ERROR "cannot convert nil to type string"
	_ = uint8(-1)   // ERROR "constant -1 overflows uint8"
	_ = int(2.5)    // ERROR "cannot convert 2\.5 \(untyped float constant\) to type int"
	_ = int(f)
	_ = interface{ M() }(i) // ERROR "cannot convert i \(variable of type int\) to type interface\{M\(\)\}: int does not implement interface\{M\(\)\} \(missing method M\)"
}
