package main

func two(a int, b string)         {}
func vari(a int, xs ...string)    {}
func none()                       {}
func pair() (int, string)         { return 1, "" }
func three() (int, string, bool)  { return 1, "", true }
func takeFunc(f func(int) string) {}
func ptr(p *int)                  {}

type T struct{}

func (T) M(a, b int) int { return a }

func main() {
	two()                          // ERROR "not enough arguments in call to two\n\thave \(\)\n\twant \(int, string\)"
	two(1)                         // ERROR "not enough arguments in call to two\n\thave \(number\)\n\twant \(int, string\)"
	two(1, "a", 2)                 // ERROR "too many arguments in call to two\n\thave \(number, string, number\)\n\twant \(int, string\)"
	two("a", 1)                    // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to two` "cannot use 1 \(untyped int constant\) as string value in argument to two"
	vari()                         // ERROR "not enough arguments in call to vari\n\thave \(\)\n\twant \(int, \.\.\.string\)"
	vari(1, 2)                     // ERROR "cannot use 2 \(untyped int constant\) as string value in argument to vari"
	vari(1, []string{"a"})         // ERROR "cannot use \[\]string\{…\} \(value of type \[\]string\) as string value in argument to vari"
	vari(1, "a", []string{"b"}...) // ERROR "too many arguments in call to vari\n\thave \(number, string, \[\]string\)\n\twant \(int, \.\.\.string\)"
	vari("x", "y"...)              // ERROR `cannot use "x" \(untyped string constant\) as int value in argument to vari` `cannot use "y" \(untyped string constant\) as \[\]string value in argument to vari`
	none(1)                        // ERROR "too many arguments in call to none\n\thave \(number\)\n\twant \(\)"
	two(pair())
	two(three())                                 // ERROR "too many arguments in call to two\n\thave \(int, string, bool\)\n\twant \(int, string\)"
	none(pair())                                 // ERROR "too many arguments in call to none\n\thave \(int, string\)\n\twant \(\)"
	T{}.M(1)                                     // ERROR "not enough arguments in call to T\{\}\.M\n\thave \(number\)\n\twant \(int, int\)"
	T{}.M(1, 2, 3)                               // ERROR "too many arguments in call to T\{\}\.M\n\thave \(number, number, number\)\n\twant \(int, int\)"
	takeFunc(func(s string) string { return s }) // ERROR "cannot use func\(s string\) string \{…\} \(value of type func\(s string\) string\) as func\(int\) string value in argument to takeFunc"
	takeFunc(nil)
	ptr(5) // ERROR "cannot use 5 \(untyped int constant\) as \*int value in argument to ptr"
	x := 1
	ptr(x)           // ERROR "cannot use x \(variable of type int\) as \*int value in argument to ptr"
	ptr(&x, &x)      // ERROR "too many arguments in call to ptr\n\thave \(\*int, \*int\)\n\twant \(\*int\)"
	func(a int) {}() // ERROR "not enough arguments in call to func\(a int\) \{\}\n\thave \(\)\n\twant \(int\)"
	two(1, pair())   // ERROR "multiple-value pair\(\) \(value of type \(int, string\)\) in single-value context"
	x()              // ERROR "invalid operation: cannot call non-function x \(variable of type int\)"
	two(1, nil)      // ERROR "cannot use nil as string value in argument to two"
	"s"(1)           // ERROR `invalid operation: cannot call non-function "s" \(untyped string constant\)`
}
