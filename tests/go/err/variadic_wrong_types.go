package main

import "fmt"

func c(x ...int)                   {}
func d(s string, a ...interface{}) {}

func main() {
	c([]int{1}...)
	c([]string{"a"}...) // ERROR "cannot use \[\]string\{…\} \(value of type \[\]string\) as \[\]int value in argument to c"
	c(1, []int{2}...)   // ERROR "too many arguments in call to c\n\thave \(number, \[\]int\)\n\twant \(\.\.\.int\)"
	c([2]int{}...)      // ERROR "cannot use \[2\]int\{\} \(value of type \[2\]int\) as \[\]int value in argument to c"
	c("a")              // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to c`
	c(1, "b", 2)        // ERROR `cannot use "b" \(untyped string constant\) as int value in argument to c`
	c(nil)              // ERROR "cannot use nil as int value in argument to c"
	d()                 // ERROR "not enough arguments in call to d\n\thave \(\)\n\twant \(string, \.\.\.interface\{\}\)"
	d(1)                // ERROR "cannot use 1 \(untyped int constant\) as string value in argument to d"
	d("a", []int{1}...) // ERROR "cannot use \[\]int\{…\} \(value of type \[\]int\) as \[\]interface\{\} value in argument to d"
	d("a", []interface{}{1}...)
	f := func(x int) {}
	f([]int{1}...)                // ERROR "cannot use \.\.\. in call to non-variadic f"
	fmt.Println([]string{"a"}...) // ERROR "cannot use \[\]string\{…\} \(value of type \[\]string\) as \[\]any value in argument to fmt\.Println"
	n := 1
	append([]int{}, n...) // ERROR "append\(\[\]int\{\}, n\.\.\.\) \(value of type \[\]int\) is not used" "cannot use n \(variable of type int\) as \[\]int value in argument to append"
}
