// Classes and case of runes, and UTF-8 in and out.
package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	for _, r := range []rune{'a', 'Z', '5', ' ', '\n', '_', '+', '$', 'é', 'ß', 'Σ', 'ς', 'ǅ', 'İ', 'ı', '世', '٣', 'Ⅷ', '½', '\u0301', '\u00a0', '\u2028', '\u00ad', '€', '«', 'ª', 0x7f, 0xd800, utf8.MaxRune, utf8.MaxRune + 1, -1, 0x1F600} {
		fmt.Printf("%U", r)
		for _, f := range []func(rune) bool{unicode.IsLetter, unicode.IsUpper, unicode.IsLower, unicode.IsTitle, unicode.IsDigit, unicode.IsNumber, unicode.IsSpace, unicode.IsPunct, unicode.IsSymbol, unicode.IsMark, unicode.IsControl, unicode.IsGraphic, unicode.IsPrint} {
			if f(r) {
				fmt.Print(" 1")
			} else {
				fmt.Print(" 0")
			}
		}
		fmt.Printf(" %U %U %U %U %d %v\n", unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r), unicode.SimpleFold(r), utf8.RuneLen(r), utf8.ValidRune(r))
	}
	fmt.Println(unicode.Is(unicode.Upper, 'A'), unicode.In('5', unicode.Letter, unicode.Digit))
	for _, s := range []string{"", "a", "é", "世界", "\xff", "a\xe4\xb8", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\uFFFD"} {
		r, size := utf8.DecodeRuneInString(s)
		last, lastSize := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, size, last, lastSize, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.FullRuneInString(s), utf8.RuneCount([]byte(s)))
		for i, r := range s {
			fmt.Printf("%d:%U ", i, r)
		}
		fmt.Printf("%x\n", []rune(s))
	}
	buf := make([]byte, 4)
	for _, r := range []rune{'a', 'é', '世', 0x1F600, 0xd800, -5} {
		fmt.Printf("%x %x\n", buf[:utf8.EncodeRune(buf, r)], utf8.AppendRune(nil, r))
	}
}

// Output:
// U+0061 1 0 1 0 0 0 0 0 0 0 0 1 1 U+0041 U+0061 U+0041 U+0041 1 true
// U+005A 1 1 0 0 0 0 0 0 0 0 0 1 1 U+005A U+007A U+005A U+007A 1 true
// U+0035 0 0 0 0 1 1 0 0 0 0 0 1 1 U+0035 U+0035 U+0035 U+0035 1 true
// U+0020 0 0 0 0 0 0 1 0 0 0 0 1 1 U+0020 U+0020 U+0020 U+0020 1 true
// U+000A 0 0 0 0 0 0 1 0 0 0 1 0 0 U+000A U+000A U+000A U+000A 1 true
// U+005F 0 0 0 0 0 0 0 1 0 0 0 1 1 U+005F U+005F U+005F U+005F 1 true
// U+002B 0 0 0 0 0 0 0 0 1 0 0 1 1 U+002B U+002B U+002B U+002B 1 true
// U+0024 0 0 0 0 0 0 0 0 1 0 0 1 1 U+0024 U+0024 U+0024 U+0024 1 true
// U+00E9 1 0 1 0 0 0 0 0 0 0 0 1 1 U+00C9 U+00E9 U+00C9 U+00C9 2 true
// U+00DF 1 0 1 0 0 0 0 0 0 0 0 1 1 U+00DF U+00DF U+00DF U+1E9E 2 true
// U+03A3 1 1 0 0 0 0 0 0 0 0 0 1 1 U+03A3 U+03C3 U+03A3 U+03C2 2 true
// U+03C2 1 0 1 0 0 0 0 0 0 0 0 1 1 U+03A3 U+03C2 U+03A3 U+03C3 2 true
// U+01C5 1 0 0 1 0 0 0 0 0 0 0 1 1 U+01C4 U+01C6 U+01C5 U+01C6 2 true
// U+0130 1 1 0 0 0 0 0 0 0 0 0 1 1 U+0130 U+0069 U+0130 U+0130 2 true
// U+0131 1 0 1 0 0 0 0 0 0 0 0 1 1 U+0049 U+0131 U+0049 U+0131 2 true
// U+4E16 1 0 0 0 0 0 0 0 0 0 0 1 1 U+4E16 U+4E16 U+4E16 U+4E16 3 true
// U+0663 0 0 0 0 1 1 0 0 0 0 0 1 1 U+0663 U+0663 U+0663 U+0663 2 true
// U+2167 0 0 0 0 0 1 0 0 0 0 0 1 1 U+2167 U+2177 U+2167 U+2177 3 true
// U+00BD 0 0 0 0 0 1 0 0 0 0 0 1 1 U+00BD U+00BD U+00BD U+00BD 2 true
// U+0301 0 0 0 0 0 0 0 0 0 1 0 1 1 U+0301 U+0301 U+0301 U+0301 2 true
// U+00A0 0 0 0 0 0 0 1 0 0 0 0 1 0 U+00A0 U+00A0 U+00A0 U+00A0 2 true
// U+2028 0 0 0 0 0 0 1 0 0 0 0 0 0 U+2028 U+2028 U+2028 U+2028 3 true
// U+00AD 0 0 0 0 0 0 0 0 0 0 0 0 0 U+00AD U+00AD U+00AD U+00AD 2 true
// U+20AC 0 0 0 0 0 0 0 0 1 0 0 1 1 U+20AC U+20AC U+20AC U+20AC 3 true
// U+00AB 0 0 0 0 0 0 0 1 0 0 0 1 1 U+00AB U+00AB U+00AB U+00AB 2 true
// U+00AA 1 0 0 0 0 0 0 0 0 0 0 1 1 U+00AA U+00AA U+00AA U+00AA 2 true
// U+007F 0 0 0 0 0 0 0 0 0 0 1 0 0 U+007F U+007F U+007F U+007F 1 true
// U+D800 0 0 0 0 0 0 0 0 0 0 0 0 0 U+D800 U+D800 U+D800 U+D800 -1 false
// U+10FFFF 0 0 0 0 0 0 0 0 0 0 0 0 0 U+10FFFF U+10FFFF U+10FFFF U+10FFFF 4 true
// U+110000 0 0 0 0 0 0 0 0 0 0 0 0 0 U+110000 U+110000 U+110000 U+110000 -1 false
// U+FFFFFFFFFFFFFFFF 0 0 0 0 0 0 0 0 0 0 0 0 0 U+FFFFFFFFFFFFFFFF U+FFFFFFFFFFFFFFFF U+FFFFFFFFFFFFFFFF U+FFFFFFFFFFFFFFFF -1 false
// U+1F600 0 0 0 0 0 0 0 0 1 0 0 1 1 U+1F600 U+1F600 U+1F600 U+1F600 4 true
// true true
// 65533 0 65533 0 0 true false 0
// []
// 97 1 97 1 1 true true 1
// 0:U+0061 [61]
// 233 2 233 2 1 true true 1
// 0:U+00E9 [e9]
// 19990 3 30028 3 2 true true 2
// 0:U+4E16 3:U+754C [4e16 754c]
// 65533 1 65533 1 1 false true 1
// 0:U+FFFD [fffd]
// 97 1 65533 1 3 false true 3
// 0:U+0061 1:U+FFFD 2:U+FFFD [61 fffd fffd]
// 65533 1 65533 1 3 false true 3
// 0:U+FFFD 1:U+FFFD 2:U+FFFD [fffd fffd fffd]
// 65533 1 65533 1 2 false true 2
// 0:U+FFFD 1:U+FFFD [fffd fffd]
// 65533 1 65533 1 4 false true 4
// 0:U+FFFD 1:U+FFFD 2:U+FFFD 3:U+FFFD [fffd fffd fffd fffd]
// 65533 3 65533 3 1 true true 1
// 0:U+FFFD [fffd]
// 61 61
// c3a9 c3a9
// e4b896 e4b896
// f09f9880 f09f9880
// efbfbd efbfbd
// efbfbd efbfbd
