// switch: no condition, lists, init, fallthrough, default anywhere, order of evaluation, types.
package main

import "fmt"

func f(s string, v int) int { fmt.Print(s, " "); return v }

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	}
	return "C"
}

func main() {
	fmt.Println(grade(95), grade(85), grade(10))
	switch x := 3; x {
	case 1, 2:
		fmt.Println("low")
	case 3, 4:
		fmt.Println("middle")
		fallthrough
	case 5:
		fmt.Println("fell")
		fallthrough
	default:
		fmt.Println("default too")
	case 6:
		fmt.Println("never")
	}
	switch f("tag", 2) {
	case f("one", 1), f("two", 2), f("three", 3):
		fmt.Println("found")
	case f("four", 2):
		fmt.Println("never")
	}
	switch x := interface{}(1); x {
	case "1":
		fmt.Println("string")
	case 1.0:
		fmt.Println("float")
	case 1:
		fmt.Println("int")
	}
	switch {
	default:
		fmt.Println("default is last even when it is first")
	case 1 > 2:
		fmt.Println("never")
	}
	switch true {
	case false:
	case true:
		fmt.Println("true")
	}
	switch s := "go"; {
	case len(s) == 2 && s[0] == 'g':
		fmt.Println("two letters")
	}
	switch x := 5; x {
	}
	type P struct{ a, b int }
	switch (P{1, 2}) {
	case P{2, 1}:
		fmt.Println("no")
	case P{1, 2}:
		fmt.Println("struct")
	}
	switch c := 'b'; {
	case 'a' <= c && c <= 'z':
		fmt.Println("letter")
	}
	var e error
	switch e {
	case nil:
		fmt.Println("nil")
	}
	for i := 0; i < 4; i++ {
		switch i {
		case 1:
			continue
		case 3:
			fmt.Println("three")
		}
		fmt.Println("after", i)
	}
}

// Output:
// A B C
// middle
// fell
// default too
// tag one two found
// int
// default is last even when it is first
// true
// two letters
// struct
// letter
// nil
// after 0
// after 2
// three
// after 3
