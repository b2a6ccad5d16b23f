// Print puts blanks only between operands that are both no strings; Println always; Sprint the same.
package main

import "fmt"

func main() {
	fmt.Print("a", "b", 1, 2, true, "c", 3.5, nil, "\n")
	fmt.Print(1, 2, "\n")
	fmt.Print("x", 1, "y", "\n")
	fmt.Println("a", "b", 1, 2, true, 3.5, nil)
	fmt.Println()
	fmt.Println("")
	s := fmt.Sprint("n=", 5, 6, " ", "z", []int{1}, 'a')
	fmt.Println(s, len(s))
	t := fmt.Sprintln("end", 1)
	fmt.Printf("%q\n", t)
	n, err := fmt.Println("count")
	fmt.Println(n, err)
	n, _ = fmt.Print("é\n")
	fmt.Println(n)
	m, _ := fmt.Printf("%s\n", "世")
	fmt.Println(m)
	fmt.Println([]string{"a b", ""}, []interface{}{"x", 1, nil}, map[string]bool{"k": true})
	fmt.Println(struct{}{}, [0]int{}, []int(nil), map[int]int(nil), error(nil), (*int)(nil))
	fmt.Println(int8(-1), uint8(1), 'a', byte('a'), "a"[0])
	type pair struct {
		a interface{}
		b *int
	}
	fmt.Println(pair{}, &pair{a: "in"}, []pair{{1, nil}}, []error{nil})
	var f func()
	var c chan int
	fmt.Println(f == nil, c == nil, c)
}

// Output:
// ab1 2 truec3.5 <nil>
// 1 2
// x1y
// a b 1 2 true 3.5 <nil>
//
//
// n=5 6 z[1] 97 13
// "end 1\n"
// count
// 6 <nil>
// é
// 3
// 世
// 4
// [a b ] [x 1 <nil>] map[k:true]
// {} [] [] map[] <nil> <nil>
// -1 1 97 97 97
// {<nil> <nil>} &{in <nil>} [{1 <nil>}] [<nil>]
// true true <nil>
