// Calls, receives and && || happen from left to right.
package main

import "fmt"

func f(s string, v int) int   { fmt.Print(s, " "); return v }
func b(s string, v bool) bool { fmt.Print(s, " "); return v }
func g(s string) func(int) int {
	fmt.Print(s, " ")
	return func(x int) int { fmt.Print("call-", s, " "); return x }
}

func main() {
	fmt.Println(f("a", 1) + f("b", 2)*f("c", 3))
	fmt.Println(b("x", false) && b("never", true), b("y", true) || b("never", true))
	fmt.Println(b("p", true) && b("q", false) || b("r", true))
	fmt.Println(g("fn")(f("arg", 5)))
	arr := []int{f("e0", 0), f("e1", 1), f("e2", 9)}[:1]
	fmt.Println(arr)
	c := make(chan int, 2)
	c <- 1
	c <- 2
	fmt.Println(<-c-<-c, f("z", 0))
	m := map[int]int{f("k", 1): f("v", 2)}
	fmt.Println(m)
	x := []int{1, 2, 3}
	x[f("i", 0)], x[f("j", 1)] = f("l", 7), f("m", 8)
	fmt.Println(x)
	if v := f("init", 3); v > 2 && b("cond", true) {
		fmt.Println(v)
	}
	type T struct{ a, b int }
	fmt.Println(T{b: f("second", 2), a: f("first", 1)})
}

// Output:
// a b c 7
// x y false true
// p q r true
// fn arg call-fn 5
// e0 e1 e2 [0]
// z -1 0
// k v map[1:2]
// i j l m [7 8 3]
// init cond 3
// second first {1 2}
