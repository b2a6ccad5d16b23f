// byte and rune are aliases; character arithmetic.
package main

import "fmt"

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func rot13(s string) string {
	b := []byte(s)
	for i, c := range b {
		switch {
		case 'a' <= c && c <= 'z':
			b[i] = 'a' + (c-'a'+13)%26
		case 'A' <= c && c <= 'Z':
			b[i] = 'A' + (c-'A'+13)%26
		}
	}
	return string(b)
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func main() {
	var b byte = 'a'
	var u uint8 = b
	var r rune = 'é'
	var i int32 = r
	fmt.Println(b, u, r, i, b+1, r+1, 'a'-32, string(b-32))
	fmt.Println(isLetter('x'), isLetter('5'), rot13("Hello"), rot13(rot13("Hello")))
	fmt.Println(reverse("héllo 世界"))
	digits := 0
	for _, c := range "a1b22" {
		if c >= '0' && c <= '9' {
			digits = digits*10 + int(c-'0')
		}
	}
	fmt.Println(digits, '\n', '\'', '\\', '\x41', '\u00e9', '\U0001F600', '\101')
	fmt.Printf("%c%c %v %T %T\n", 'h', 'i', 'h', 'h', "h"[0])
	b = 250
	b += 10
	fmt.Println(b)
}

// Output:
// 97 97 233 233 98 234 65 A
// true false Uryyb Hello
// 界世 olléh
// 122 10 39 92 65 233 128512 65
// hi 104 int32 uint8
// 4
