// Variadic parameters: none, several, a slice passed through, any.
package main

import "fmt"

func sum(base int, xs ...int) int {
	for _, x := range xs {
		base += x
	}
	return base
}

func change(xs ...int) { xs[0] = 100 }

func info(xs ...string) string { return fmt.Sprint(len(xs), xs == nil, cap(xs)) }

func kinds(args ...interface{}) (s string) {
	for _, a := range args {
		s += fmt.Sprintf("%T ", a)
	}
	return
}

type Logger struct{ prefix string }

func (l *Logger) Log(format string, args ...interface{}) string {
	return l.prefix + fmt.Sprintf(format, args...)
}

func main() {
	fmt.Println(sum(1), sum(1, 2), sum(1, 2, 3, 4))
	s := []int{1, 2, 3}
	fmt.Println(sum(0, s...), sum(0, s[1:]...), sum(5, nil...))
	change(s...)
	fmt.Println(s)
	x := 1
	change(x)
	fmt.Println(x)
	fmt.Println(info(), info("a"), info([]string{}...))
	fmt.Println(kinds(1, "a", nil, []int{1}, 2.5) + "|")
	fmt.Println(kinds([]interface{}{1, 2}...), kinds([]interface{}{1, 2}))
	l := &Logger{"> "}
	fmt.Println(l.Log("%d-%s", 1, "x"), l.Log("none"))
	f := sum
	fmt.Println(f(1, 1))
	g := l.Log
	fmt.Println(g("%v", []int{1}))
	fmt.Printf("%T %T\n", sum, kinds)
}

// Output:
// 1 3 10
// 6 5 5
// [100 2 3]
// 1
// 0 true 0 1 false 1 0 false 0
// int string <nil> []int float64 |
// int int  []interface {}
// > 1-x > none
// 2
// > [1]
// func(int, ...int) int func(...interface {}) string
