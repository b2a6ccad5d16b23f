// string <-> []byte <-> []rune, and a rune to a string.
package main

import "fmt"

func main() {
	s := "héy"
	b := []byte(s)
	r := []rune(s)
	fmt.Println(b, len(b), r, len(r))
	b[0] = 'H'
	r[1] = 'e'
	fmt.Println(s, string(b), string(r))
	fmt.Println(string(rune(65)), string(rune(0x4e16)), string(rune(-1)), string(rune(0xD800)))
	fmt.Println([]rune("\xff"), []byte(string([]rune{0x10FFFF, 0x110000})))
	type Name string
	type Bytes []byte
	n := Name("go")
	fmt.Println(string(n)+"!", []byte(n), Name(b), string(Bytes{104, 105}))
	fmt.Println(string([]byte(nil)) == "", len([]rune("")))
	bs := append([]byte("ab"), "cd"...)
	copied := copy(bs, "xy")
	fmt.Println(string(bs), copied)
	m := map[string]int{"ab": 1}
	fmt.Println(m[string([]byte{'a', 'b'})])
}

// Output:
// [104 195 169 121] 4 [104 233 121] 3
// héy Héy hey
// A 世 � �
// [65533] [244 143 191 191 239 191 189]
// go! [103 111] Héy hi
// true 0
// xycd 2
// 1
