package main

func Map[T any](xs []T, f func(T) T) []T { return xs }
func Sum[T int | float64](xs ...T) T     { var z T; return z }

func main() {
	Map([]int{1}, func(s string) string { return s }) // ERROR "type func\(s string\) string of func\(s string\) string \{…\} does not match inferred type func\(int\) int for func\(T\) T"
	_ = Sum("a") // ERROR "string does not implement int\|float64 \(string missing in int \| float64\)"
	_ = Sum[string]() // ERROR "string does not implement int\|float64 \(string missing in int \| float64\)"
	Map(1, 2) // ERROR "cannot infer T \(/tmp/gopark-EHJpmQ/generic_wrong\.go:3:10\)"
	f := Map // ERROR "cannot use generic function Map without instantiation"
	_ = f
	_ = Sum() // ERROR "cannot infer T \(/tmp/gopark-EHJpmQ/generic_wrong\.go:4:10\)"
}
