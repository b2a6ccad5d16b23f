// Functions as values, parameters, fields and results; comparing with nil; recursion.
package main

import "fmt"

type op struct {
	name string
	f    func(float64, float64) float64
}

func compose(f, g func(int) int) func(int) int { return func(x int) int { return f(g(x)) } }
func two() (int, string)                       { return 2, "two" }
func take(n int, s string) string              { return fmt.Sprint(s, n) }
func ackermann(m, n int) int {
	if m == 0 {
		return n + 1
	}
	if n == 0 {
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}
func even(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}
func odd(n int) bool {
	if n == 0 {
		return false
	}
	return even(n - 1)
}
func memo(f func(int) int) func(int) int {
	seen := map[int]int{}
	return func(n int) int {
		if v, ok := seen[n]; ok {
			return v
		}
		v := f(n)
		seen[n] = v
		return v
	}
}
func skip(_ int, _ string, x int) int { return x }

func main() {
	ops := []op{{"+", func(a, b float64) float64 { return a + b }}, {"/", func(a, b float64) float64 { return a / b }}}
	for _, o := range ops {
		fmt.Println(o.name, o.f(6, 4))
	}
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 2 })(5))
	fmt.Println(take(two()))
	fmt.Println(ackermann(2, 3), even(10), odd(7), even(7))
	calls := 0
	sq := memo(func(n int) int { calls++; return n * n })
	fmt.Println(sq(4), sq(4), sq(5), calls)
	var f func(int) int
	fmt.Println(f == nil)
	f = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * f(n-1)
	}
	fmt.Println(f(10), f != nil)
	fmt.Println(func(a, b int) int { return a - b }(5, 3), skip(1, "", 9))
	table := map[string]func() string{"a": func() string { return "A" }}
	if g, ok := table["a"]; ok {
		fmt.Println(g())
	}
	funcs := [2]func() int{func() int { return 1 }}
	fmt.Println(funcs[0](), funcs[1] == nil)
}

// Output:
// + 10
// / 1.5
// 11
// two2
// 9 true true false
// 16 16 25 2
// true
// 3628800 true
// 2 9
// A
// 1 true
