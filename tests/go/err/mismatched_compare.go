package main

import "fmt"

type S struct{ f []int }
type T struct{ a int }
type I interface{ M() }

func main() {
	var s1, s2 S
	var sl []int
	var m map[string]int
	var f func()
	var i I
	fmt.Println(s1 == s2, sl == sl, m == m, f == f)                     // ERROR "invalid operation: s1 == s2 \(struct containing \[\]int cannot be compared\)" "invalid operation: sl == sl \(slice can only be compared to nil\)" "invalid operation: m == m \(map can only be compared to nil\)" "invalid operation: f == f \(func can only be compared to nil\)"
	fmt.Println(T{1} < T{2}, i == T{1}, true < false, &s1 < &s2, i < i) // ERROR "invalid operation: T\{…\} < T\{…\} \(operator < not defined on struct\)" "invalid operation: i == T\{…\} \(mismatched types I and T\)" "invalid operation: true < false \(operator < not defined on untyped bool\)" "invalid operation: &s1 < &s2 \(operator < not defined on pointer\)" "invalid operation: i < i \(operator < not defined on interface\)"
	fmt.Println([2][]int{} == [2][]int{}, [2]int{} == [3]int{})         // ERROR "invalid operation: \[2\]\[\]int\{\} == \[2\]\[\]int\{\} \(\[2\]\[\]int cannot be compared\)" "invalid operation: \[2\]int\{\} == \[3\]int\{\} \(mismatched types \[2\]int and \[3\]int\)"
	c, d := make(chan int), make(chan string)
	fmt.Println(c == d, c < c) // ERROR "invalid operation: c == d \(mismatched types chan int and chan string\)" "invalid operation: c < c \(operator < not defined on chan\)"
	var mm map[[]int]string    // ERROR "invalid map key type \[\]int"
	_ = mm
}
