// What is wrong with a character or a literal leaves the rest to be checked.
package main

import "fmt"

const C = 08 // ERROR "invalid digit '8' in octal literal"
const D int = C + 1

var array [09]int // ERROR "invalid digit '9' in octal literal"

func f(a int, b string) (int, error) {
	return 0b12, "\q" // ERROR "invalid digit '2' in binary literal" "unknown escape"
}

func main() {
	x := 0x // ERROR "hexadecimal literal has no digits"
	y := 'ab' // ERROR "more than one character in rune literal"
	z := "\q" + 1 // ERROR "unknown escape"
	var w int = "\400" // ERROR "octal escape value 256 > 255"
	fmt.Println(x, y, z, w, '', "a\xzz", 1__0) // ERROR "empty rune literal or unescaped '" "invalid character 'z' in hexadecimal escape" "'_' must separate successive digits"
	m := map[string]int{"\q": 1, "a": '\777', "a": 2} // ERROR "unknown escape" "octal escape value 511 > 255" `duplicate key "a" in map literal`
	s := []int{08: 1, 2} // ERROR "invalid digit '8' in octal literal"
	s[08] = 09 // ERROR "invalid digit '8' in octal literal" "invalid digit '9' in octal literal"
	f(08, 1) // ERROR "invalid digit '8' in octal literal"
	switch x {
	case 08: // ERROR "invalid digit '8' in octal literal"
	}
	println(-08, !"\q", &08, 1e) // ERROR "invalid digit '8' in octal literal" "unknown escape" "invalid digit '8' in octal literal" "exponent has no digits"
	_ = m + undefined // ERROR "undefined: undefined"
	return 1 // ERROR "too many return values\n\thave \(number\)\n\twant \(\)"
	€ // ERROR "invalid character U\+20AC '€' in identifier" "undefined: €"
}
