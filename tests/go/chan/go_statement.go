// go: arguments are evaluated at once; methods, closures, builtin-like functions; results are dropped.
package main

import (
	"fmt"
	"runtime"
)

type T struct{ c chan string }

func (t T) Send(s string)   { t.c <- s }
func (t *T) SendP(s string) { t.c <- "p" + s }

func arg(s string) string { fmt.Println("argument", s); return s }

func main() {
	c := make(chan string)
	t := T{c}
	x := "early"
	go t.Send(x)
	x = "late"
	fmt.Println(<-c)
	go func(s string) int { c <- s; return 1 }(arg("f"))
	fmt.Println(<-c)
	go t.SendP(arg("g"))
	fmt.Println(<-c)
	f := t.Send
	t.c = nil
	go f("bound")
	fmt.Println(<-c)
	fs := []func(string){func(s string) { c <- s + "!" }}
	go fs[0]("from a slice")
	fmt.Println(<-c)
	var i interface{ Send(string) } = T{c}
	go i.Send("interface")
	fmt.Println(<-c)
	d := make(chan int)
	go close(d)
	<-d
	fmt.Println(runtime.NumGoroutine() >= 1)
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		var nilMap map[string]func()
		nilMap["none"]()
	}()
}

// Output:
// early
// argument f
// f
// argument g
// pg
// bound
// from a slice!
// interface
// true
// true
