package main

func f() {}

func main() {
	defer f // ERROR "expression in defer must be function call"
	go f // ERROR "expression in go must be function call"
	defer func() {} // ERROR "expression in defer must be function call"
	go int(3) // ERROR "go requires function call, not conversion int\(3\) \(constant 3 of type int\)"
	defer len("x") // ERROR `defer discards result of len\("x"\) \(constant 1 of type int\)`
	go append([]int{}, 1) // ERROR "go discards result of append\(\[\]int\{\}, 1\) \(value of type \[\]int\)"
}
