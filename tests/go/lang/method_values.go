// A method value binds its receiver when it is made; a method expression takes it as an argument.
package main

import "fmt"

type T struct{ n int }

func (t T) Get() int         { return t.n }
func (t *T) Set(n int)       { t.n = n }
func (t T) Add(a, b int) int { return t.n + a + b }

type Getter interface{ Get() int }

func main() {
	t := T{1}
	get := t.Get
	set := t.Set
	t.n = 2
	fmt.Println(get(), t.Get())
	set(3)
	fmt.Println(get(), t.Get())
	p := &t
	pget := p.Get
	p.n = 4
	fmt.Println(pget(), p.Get())
	f := T.Get
	g := (*T).Set
	h := (*T).Get
	g(&t, 5)
	fmt.Println(f(t), h(&t), T.Add(t, 1, 2))
	var i Getter = t
	iget := i.Get
	i = T{100}
	fmt.Println(iget(), i.Get(), Getter.Get(i))
	fs := []func() int{t.Get, T{7}.Get, p.Get}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	defer t.Set(0)
	apply := func(f func(int, int) int) int { return f(10, 20) }
	fmt.Println(apply(t.Add))
	fmt.Printf("%T %T %T\n", get, f, g)
}

// Output:
// 1 2
// 1 3
// 3 4
// 5 5 8
// 5 100 100
// 5 7 5
// 35
// func() int func(main.T) int func(*main.T, int)
