// Loops over functions: every way in which the body can be left, defer, recover, and the panics of
// functions that do not keep to the rules. (Go 1.23.)
package main

//gopark:go1.22

import (
	"errors"
	"fmt"
)

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Print("<stopped at ", i, ">")
				return
			}
		}
	}
}

func pairs(list ...string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, s := range list {
			if !yield(i, s) {
				return
			}
		}
	}
}

func find(n int) (int, string) {
	for i := range count(10) {
		if i == n {
			return i, "found"
		}
	}
	return -1, "none"
}

func named(n int) (r int, err error) {
	defer func() { r *= 10 }()
	for i := range count(10) {
		for j := range count(10) {
			if i*j == n {
				r = i + j
				return
			}
			if j > 5 {
				break
			}
			if i > 8 {
				return i, errors.New("too far")
			}
		}
	}
	return -1, nil
}

func both() (int, error) { return 7, errors.New("both") }

func spread() (any, error) {
	for range count(1) {
		return both()
	}
	return nil, nil
}

func labels() string {
	out := ""
outer:
	for i := range count(4) {
		for j := 0; ; j++ {
			for k := range count(4) {
				switch {
				case k == 1:
					continue
				case k == 2:
					continue outer
				case i == 2:
					break outer
				}
				out += fmt.Sprint(i, j, k, " ")
			}
		}
	}
	return out
}

func jump() {
	for i := range count(5) {
		if i == 2 {
			goto done
		}
	}
	fmt.Println("not here")
done:
	fmt.Println("done")
}

func deferred() (s string) {
	defer func() { s += " last" }()
	for i := range count(3) {
		defer func() { s += fmt.Sprint(" ", i) }()
	}
	func() {
		defer func() { s += " inner" }()
	}()
	return "first"
}

func recovered() (err error) {
	defer func() { err = fmt.Errorf("recovered: %v", recover()) }()
	for i := range count(3) {
		for j := range count(3) {
			defer fmt.Println("deferred", i, j)
			if i == 1 {
				panic("boom")
			}
			break
		}
	}
	return nil
}

type List[T any] struct {
	next *List[T]
	val  T
}

func (l *List[T]) All() func(func(T) bool) {
	return func(yield func(T) bool) {
		for ; l != nil; l = l.next {
			if !yield(l.val) {
				return
			}
		}
	}
}

func first[T any](seq func(func(T) bool)) (t T, ok bool) {
	for v := range seq {
		return v, true
	}
	return
}

func try(name string, f func()) {
	defer func() { fmt.Println(name+":", recover()) }()
	f()
}

func main() {
	for i := range count(2) {
		fmt.Print(i, " ")
	}
	for range count(2) {
		fmt.Print("x ")
	}
	for range func(yield func() bool) { yield() } {
		fmt.Println("no value")
	}
	for i, s := range pairs("a", "b") {
		fmt.Print(i, s, " ")
	}
	for _, s := range pairs("c") {
		fmt.Println(s)
	}
	var at int
	var text [2]string
	for at, text[1] = range pairs("p", "q") {
	}
	fmt.Println(at, text)
	fmt.Println(find(3))
	fmt.Println(find(30))
	fmt.Println(named(6))
	fmt.Println(named(97))
	fmt.Println(spread())
	fmt.Println(labels())
	jump()
	fmt.Println(deferred())
	fmt.Println(recovered())

	var calls []func() int
	for i := range count(3) {
		calls = append(calls, func() int { i += 10; return i })
	}
	for _, call := range calls {
		fmt.Print(call(), call(), " ")
	}
	fmt.Println()
	fmt.Println(first((&List[string]{&List[string]{nil, "z"}, "y"}).All()))
	fmt.Println(first((*List[int])(nil).All()))

	try("goes on", func() {
		for x := range func(yield func(int) bool) { yield(1); yield(2) } {
			fmt.Println(x)
			break
		}
	})
	try("kept", func() {
		var kept func(int) bool
		for range func(yield func(int) bool) { kept = yield } {
		}
		kept(1)
	})
	try("after panic", func() {
		for range func(yield func(int) bool) {
			defer func() { recover(); yield(2) }()
			yield(1)
		} {
			panic("body")
		}
	})
	try("swallowed", func() {
		for range func(yield func(int) bool) {
			defer func() { recover() }()
			yield(1)
		} {
			panic("body")
		}
	})
	try("panics", func() {
		for range func(yield func(int) bool) { yield(1) } {
			panic("body")
		}
	})
	try("nil", func() {
		var f func(func(int) bool)
		for range f {
		}
	})
}

// Output:
// 0 1 x x no value
// 0a 1b c
// 1 [ q]
// <stopped at 3>3 found
// -1 none
// <stopped at 6><stopped at 6><stopped at 1>70 <nil>
// <stopped at 6><stopped at 6><stopped at 6><stopped at 6><stopped at 6><stopped at 6><stopped at 6><stopped at 6><stopped at 6><stopped at 0><stopped at 9>90 too far
// <stopped at 0>7 both
// <stopped at 2><stopped at 2><stopped at 0><stopped at 2>0 0 0 1 0 0
// <stopped at 2>done
// first 2 1 0 last
// <stopped at 0>deferred 1 0
// deferred 0 0
// recovered: boom
// 10 20 11 21 12 22
// y true
// 0 false
// 1
// goes on: runtime error: range function continued iteration after function for loop body returned false
// kept: runtime error: range function continued iteration after whole loop exit
// after panic: runtime error: range function continued iteration after loop body panic
// swallowed: runtime error: range function recovered a loop body panic and did not resume panicking
// panics: body
// nil: runtime error: invalid memory address or nil pointer dereference
