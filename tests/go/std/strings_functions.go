// The functions of package strings on ordinary, empty, non-ASCII and invalid text.
package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

func main() {
	texts := []string{"", "a", "hello world", "  x  y ", "a,b,,c", "héllo, 世界", "\xffbad\xfe", "aaaa", "Straße", "ǅ ſ K İ"}
	for _, s := range texts {
		fmt.Printf("%q: %q %q %q %q\n", s, strings.ToUpper(s), strings.ToLower(s), strings.Fields(s), strings.TrimSpace(s))
		fmt.Printf("%q %q %q %q\n", strings.Split(s, ","), strings.SplitN(s, "a", 2), strings.SplitAfter(s, "l"), strings.Repeat(s, 2))
		fmt.Println(strings.Count(s, "a"), strings.Count(s, ""), strings.Index(s, "l"), strings.LastIndex(s, "l"), strings.IndexByte(s, 'b'), strings.IndexRune(s, '世'), strings.IndexAny(s, "xyz,"), strings.LastIndexAny(s, "ao"), strings.IndexFunc(s, unicode.IsSpace))
		fmt.Printf("%q %q %q %q\n", strings.Replace(s, "a", "xx", 1), strings.ReplaceAll(s, "l", ""), strings.ReplaceAll(s, "", "-"), strings.Map(func(r rune) rune {
			if r == 'l' {
				return -1
			}
			return unicode.ToUpper(r)
		}, s))
		fmt.Printf("%q %q %q %q %q\n", strings.Trim(s, " a"), strings.TrimLeft(s, "ha"), strings.TrimRight(s, "da"), strings.TrimPrefix(s, "a"), strings.TrimSuffix(s, "d"))
		fmt.Println(strings.Contains(s, "lo"), strings.ContainsAny(s, "xyz"), strings.ContainsRune(s, 'é'), strings.HasPrefix(s, "he"), strings.HasSuffix(s, "界"), strings.EqualFold(s, strings.ToUpper(s)))
		before, after, found := strings.Cut(s, ",")
		fmt.Printf("%q %q %v %q\n", before, after, found, strings.ToValidUTF8(s, "?"))
	}
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("K", "k"), strings.EqualFold("ſ", "S"), strings.Compare("a", "b"))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, ", "), strings.Join(nil, "-"), strings.Title("hello wOrld o'clock"))
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<a>b</a>"), strings.NewReplacer("a", "1", "aa", "2", "aaa", "3").Replace("aaaa"), strings.NewReplacer("", "X", "a", "Y").Replace("abc"))
	fmt.Printf("%q\n", strings.FieldsFunc("a1b22c", unicode.IsDigit))

	var b strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteByte('g')
	b.WriteRune('ö')
	b.WriteString("!")
	fmt.Println(b.String(), b.Len())
	b.Reset()
	fmt.Printf("%q\n", b.String())
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		b.WriteString("x")
		c := b
		c.WriteString("y")
	}()
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		strings.Repeat("x", -1)
	}()

	r := strings.NewReader("héy")
	for {
		c, size, err := r.ReadRune()
		fmt.Printf("%q %d %v %d\n", c, size, err, r.Len())
		if err != nil {
			break
		}
	}
	fmt.Println(r.UnreadRune(), r.Size())
	r.Reset("again")
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
}

// Output:
// "": "" "" [] ""
// [""] [""] [""] ""
// 0 1 -1 -1 -1 -1 -1 -1 -1
// "" "" "-" ""
// "" "" "" "" ""
// false false false false false true
// "" "" false ""
// "a": "A" "a" ["a"] "a"
// ["a"] ["" ""] ["a"] "aa"
// 1 2 -1 -1 -1 -1 -1 0 -1
// "xx" "a" "-a-" "A"
// "" "" "" "" "a"
// false false false false false true
// "a" "" false "a"
// "hello world": "HELLO WORLD" "hello world" ["hello" "world"] "hello world"
// ["hello world"] ["hello world"] ["hel" "l" "o worl" "d"] "hello worldhello world"
// 0 12 2 9 -1 -1 -1 7 5
// "hello world" "heo word" "-h-e-l-l-o- -w-o-r-l-d-" "HEO WORD"
// "hello world" "ello world" "hello worl" "hello world" "hello worl"
// true false false true false true
// "hello world" "" false "hello world"
// "  x  y ": "  X  Y " "  x  y " ["x" "y"] "x  y"
// ["  x  y "] ["  x  y "] ["  x  y "] "  x  y   x  y "
// 0 8 -1 -1 -1 -1 2 -1 0
// "  x  y " "  x  y " "- - -x- - -y- -" "  X  Y "
// "x  y" "  x  y " "  x  y " "  x  y " "  x  y "
// false true false false false true
// "  x  y " "" false "  x  y "
// "a,b,,c": "A,B,,C" "a,b,,c" ["a,b,,c"] "a,b,,c"
// ["a" "b" "" "c"] ["" ",b,,c"] ["a,b,,c"] "a,b,,ca,b,,c"
// 1 7 -1 -1 2 -1 1 0 -1
// "xx,b,,c" "a,b,,c" "-a-,-b-,-,-c-" "A,B,,C"
// ",b,,c" ",b,,c" "a,b,,c" ",b,,c" "a,b,,c"
// false false false false false true
// "a" "b,,c" true "a,b,,c"
// "héllo, 世界": "HÉLLO, 世界" "héllo, 世界" ["héllo," "世界"] "héllo, 世界"
// ["héllo" " 世界"] ["héllo, 世界"] ["hél" "l" "o, 世界"] "héllo, 世界héllo, 世界"
// 0 10 3 4 -1 8 6 5 7
// "héllo, 世界" "héo, 世界" "-h-é-l-l-o-,- -世-界-" "HÉO, 世界"
// "héllo, 世界" "éllo, 世界" "héllo, 世界" "héllo, 世界" "héllo, 世界"
// true false true false true true
// "héllo" " 世界" true "héllo, 世界"
// "\xffbad\xfe": "�BAD�" "�bad�" ["\xffbad\xfe"] "\xffbad\xfe"
// ["\xffbad\xfe"] ["\xffb" "d\xfe"] ["\xffbad\xfe"] "\xffbad\xfe\xffbad\xfe"
// 1 6 -1 -1 1 -1 -1 2 -1
// "\xffbxxd\xfe" "\xffbad\xfe" "-\xff-b-a-d-\xfe-" "�BAD�"
// "\xffbad\xfe" "\xffbad\xfe" "\xffbad\xfe" "\xffbad\xfe" "\xffbad\xfe"
// false false false false false true
// "\xffbad\xfe" "" false "?bad?"
// "aaaa": "AAAA" "aaaa" ["aaaa"] "aaaa"
// ["aaaa"] ["" "aaa"] ["aaaa"] "aaaaaaaa"
// 4 5 -1 -1 -1 -1 -1 3 -1
// "xxaaa" "aaaa" "-a-a-a-a-" "AAAA"
// "" "" "" "aaa" "aaaa"
// false false false false false true
// "aaaa" "" false "aaaa"
// "Straße": "STRAßE" "straße" ["Straße"] "Straße"
// ["Straße"] ["Str" "ße"] ["Straße"] "StraßeStraße"
// 1 7 -1 -1 -1 -1 -1 3 -1
// "Strxxße" "Straße" "-S-t-r-a-ß-e-" "STRAßE"
// "Straße" "Straße" "Straße" "Straße" "Straße"
// false false false false false true
// "Straße" "" false "Straße"
// "ǅ ſ K İ": "Ǆ S K İ" "ǆ ſ k i" ["ǅ" "ſ" "K" "İ"] "ǅ ſ K İ"
// ["ǅ ſ K İ"] ["ǅ ſ K İ"] ["ǅ ſ K İ"] "ǅ ſ K İǅ ſ K İ"
// 0 8 -1 -1 -1 -1 -1 -1 2
// "ǅ ſ K İ" "ǅ ſ K İ" "-ǅ- -ſ- -K- -İ-" "Ǆ S K İ"
// "ǅ ſ K İ" "ǅ ſ K İ" "ǅ ſ K İ" "ǅ ſ K İ" "ǅ ſ K İ"
// false false false false false true
// "ǅ ſ K İ" "" false "ǅ ſ K İ"
// false true true -1
// x, y, z  Hello WOrld O'Clock
// &lt;a&gt;b&lt;/a&gt; 1111 XYXbXcX
// ["a" "b" "c"]
// 3...2...1...gö! 16
// ""
// panic: strings: illegal use of non-zero Builder copied by value
// panic: strings: negative Repeat count
// 'h' 1 <nil> 3
// 'é' 2 <nil> 1
// 'y' 1 <nil> 0
// '\x00' 0 EOF 0
// strings.Reader.UnreadRune: previous operation was not ReadRune 4
// again <nil>
