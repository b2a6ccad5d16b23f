// select: default, one case, send and receive cases, assignment forms, evaluation of operands.
package main

import "fmt"

func ch(name string, c chan int) chan int { fmt.Print(name, " "); return c }
func val(name string, v int) int          { fmt.Print(name, " "); return v }

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	select {
	case v := <-a:
		fmt.Println(v)
	default:
		fmt.Println("empty")
	}
	select {
	case a <- 5:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	select {
	case a <- 6:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	b <- 0
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	case b <- 1:
	}
	for len(b) > 0 {
		<-b
	}
	select {
	case ch("first", nil) <- val("value", 1):
	case <-ch("second", nil):
	case ch("third", b) <- val("chosen", 7):
		fmt.Println("third")
	}
	var x int
	var ok bool
	s := []int{0, 0}
	select {
	case x, ok = <-b:
		fmt.Println(x, ok)
	}
	b <- 8
	select {
	case s[val("index", 1)] = <-b:
		fmt.Println(s)
	}
	m := map[string]int{}
	b <- 9
	select {
	case m["k"] = <-b:
	}
	fmt.Println(m)
	b <- 1
	select {
	case <-b:
	}
	close(a)
	for i := 0; i < 2; i++ {
		select {
		case _, ok := <-a:
			fmt.Println("closed", ok)
			break
		}
	}
}

// Output:
// empty
// sent
// full
// 5 true
// first value second third chosen third
// 7 true
// index [0 8]
// map[k:9]
// closed false
// closed false
