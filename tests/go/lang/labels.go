// break and continue with labels: for, range, switch, select.
package main

import "fmt"

func main() {
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
loop:
	for _, s := range []string{"a", "stop", "b"} {
		switch s {
		case "stop":
			break loop
		default:
			fmt.Println(s)
		}
	}
	for i := 0; i < 2; i++ {
		switch {
		case i == 0:
			break
		default:
			fmt.Println("second", i)
		}
	}
sw:
	switch x := 5; {
	case x > 3:
		for {
			break sw
		}
		fmt.Println("never")
	}
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
recv:
	for {
		select {
		case v, ok := <-c:
			if !ok {
				break recv
			}
			fmt.Println("got", v)
		}
	}
	n := 0
next:
	for k := range []int{0, 1, 2, 3} {
		for {
			if k%2 == 0 {
				continue next
			}
			break
		}
		n += k
	}
	fmt.Println(n)
}

// Output:
// 0 0 0 1 1 0 1 1
// a
// second 1
// got 1
// got 2
// 4
