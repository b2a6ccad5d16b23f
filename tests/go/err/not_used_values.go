package main

import "fmt"

func f() int { return 1 }

func main() {
	x := 1
	x                  // ERROR "x \(variable of type int\) is not used"
	x + 1              // ERROR "x \+ 1 \(value of type int\) is not used"
	"text"             // ERROR `"text" \(untyped string constant\) is not used`
	f                  // ERROR "f \(value of type func\(\) int\) is not used"
	f() + 1            // ERROR "f\(\) \+ 1 \(value of type int\) is not used"
	x == 2             // ERROR "x == 2 \(untyped bool value\) is not used"
	-x                 // ERROR "-x \(value of type int\) is not used"
	[]int{1}           // ERROR "\[\]int\{…\} \(value of type \[\]int\) is not used"
	func() {}          // ERROR "func\(\) \{\} \(value of type func\(\)\) is not used"
	len("a")           // ERROR `len\("a"\) \(constant 1 of type int\) is not used`
	append([]int{}, 1) // ERROR "append\(\[\]int\{\}, 1\) \(value of type \[\]int\) is not used"
	make([]int, 1)     // ERROR "make\(\[\]int, 1\) \(value of type \[\]int\) is not used"
	new(int)           // ERROR "new\(int\) \(value of type \*int\) is not used"
	cap([]int{})       // ERROR "cap\(\[\]int\{\}\) \(value of type int\) is not used"
	&x                 // ERROR "&x \(value of type \*int\) is not used"
	*(&x)              // ERROR "\*\(&x\) \(variable of type int\) is not used"
	struct{}{}         // ERROR "struct\{\}\{\} \(value of type struct\{\}\) is not used"
	x.(int)            // ERROR "invalid operation: x \(variable of type int\) is not an interface"
	int(x)             // ERROR "int\(x\) \(value of type int\) is not used"
	nil                // ERROR "nil is not used"
	int                // ERROR "int \(type\) is not an expression"
	defer recover()
	copy([]int{}, []int{})
	fmt.Sprint // ERROR "fmt\.Sprint \(value of type func\(a \.\.\.any\) string\) is not used"
}
