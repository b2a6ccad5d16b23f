//gopark:first-error

package main

func f(a, b) int { return 1 }

func g(a int, string) {} // ERROR "syntax error: mixed named and unnamed parameters"

func main() {}
