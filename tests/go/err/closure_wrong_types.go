package main

func main() {
	f := func(x int) int { return x }
	f("a")                              // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to f`
	var g func() = f                    // ERROR "cannot use f \(variable of type func\(x int\) int\) as func\(\) value in variable declaration"
	h := func() { return 1 }            // ERROR "too many return values\n\thave \(number\)\n\twant \(\)"
	i := func() int { return }          // ERROR "not enough return values\n\thave \(\)\n\twant \(int\)"
	func() { return x }()               // ERROR "undefined: x"
	go func(n int) {}()                 // ERROR "not enough arguments in call to func\(n int\) \{\}\n\thave \(\)\n\twant \(int\)"
	f(1, 2)                             // ERROR "too many arguments in call to f\n\thave \(number, number\)\n\twant \(int\)"
	f = func(s string) int { return 1 } // ERROR "cannot use func\(s string\) int \{…\} \(value of type func\(s string\) int\) as func\(x int\) int value in assignment"
	f = nil
	j := func(a int, b string) (c int, err error) { return a, b } // ERROR "cannot use b \(variable of type string\) as error value in return statement: string does not implement error \(missing method Error\)"
	fact := func(n int) int { return fact(n - 1) }                // ERROR "undefined: fact"
	_, _, _, _, _ = g, h, i, j, fact
}
