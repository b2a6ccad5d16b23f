// Strings are bytes; len, index, slice and comparison work on bytes.
package main

import "fmt"

func main() {
	s := "héllo"
	fmt.Println(len(s), s[0], s[1], s[2], s[1:3], s[:1]+s[3:])
	fmt.Println(s == "héllo", s < "hf", "a" < "b", "" < "a", "Z" < "a", "abc" > "ab")
	var empty string
	fmt.Println(len(empty), empty == "", empty+"x")
	s += "!"
	t := s
	s += "?"
	fmt.Println(s, t)
	fmt.Println("tab\there", `raw\n"string"`, "quote\"", "\x41\u00e9\U0001F600\101")
	raw := `two
lines`
	fmt.Println(len(raw), raw)
	x := "abcdef"
	fmt.Println(x[2:4], x[:], x[6:], len(x[3:3]))
	var b byte = x[0]
	fmt.Printf("%c %d %T\n", b, b, b)
	fmt.Println(string(x[1]), x[1:2])
	switch {
	case x > "abc":
		fmt.Println("after abc")
	}
}

// Output:
// 6 104 195 169 é hllo
// true false true true true true
// 0 true x
// héllo!? héllo!
// tab	here raw\n"string" quote" Aé😀A
// 9 two
// lines
// cd abcdef  0
// a 97 uint8
// b b
// after abc
