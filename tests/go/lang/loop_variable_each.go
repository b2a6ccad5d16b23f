//gopark:go1.22
package main

import "fmt"

// Each iteration has its own variable; the copy happens before the post statement.

func main() {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, " ") })
	}
	for _, s := range []string{"a", "b"} {
		fs = append(fs, func() { fmt.Print(s, " ") })
	}
	for k := range 2 {
		fs = append(fs, func() { fmt.Print(k, " ") })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 6; i++ {
		ps = append(ps, &i)
		i++
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println(i) }()
	}
	var gs []func() int
	for i := 0; i < 3; i++ {
		gs = append(gs, func() int { i += 10; return i })
		if i == 1 {
			continue
		}
		i += 0
	}
	for _, g := range gs {
		fmt.Print(g(), g(), " ")
	}
	fmt.Println()
	var j int
	var hs []func()
	for j = 0; j < 2; j++ {
		hs = append(hs, func() { fmt.Print(j, " ") })
	}
	for _, h := range hs {
		h()
	}
	fmt.Println()
}

// Output:
// 0 1 2 a b 0 1
// 1 3 5
// 10 20 11 21 12 22
// 2 2
// 2
// 1
// 0
