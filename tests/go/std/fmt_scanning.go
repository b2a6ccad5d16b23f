package main

import (
	"fmt"
	"io"
	"strings"
)

type celsius float64
type id int8
type word string
type point struct{ x, y int }

func (p *point) Scan(state fmt.ScanState, verb rune) error {
	t, err := state.Token(true, func(r rune) bool { return r != ';' })
	if err != nil {
		return err
	}
	_, err = fmt.Sscanf(string(t), "%d,%d", &p.x, &p.y)
	return err
}

func show(n int, err error, values ...any) {
	fmt.Print(n, " ", err)
	for _, v := range values {
		switch v := v.(type) {
		case *int:
			fmt.Print(" ", *v)
		case *string:
			fmt.Printf(" %q", *v)
		default:
			fmt.Printf(" %v", v)
		}
	}
	fmt.Println()
}

func main() {
	for _, text := range []string{"1 2", "1\n2", "1", "", "x", "1 x", " 7   8 9", "0x10 0b11", "1_000 -5", "99999999999999999999 1", "+3 4\n"} {
		var a, b int
		n, err := fmt.Sscan(text, &a, &b)
		show(n, err, &a, &b)
		n, err = fmt.Sscanln(text, &a, &b)
		show(n, err, &a, &b)
		n, err = fmt.Sscanf(text, "%d %d", &a, &b)
		show(n, err, &a, &b)
	}
	var i8 int8
	var u uint
	var u8 uint8
	var f float64
	var f32 float32
	var t bool
	var s string
	var bs []byte
	var r rune
	var c celsius
	var d id
	var w word
	var p point
	n, err := fmt.Sscan("-128 42 255 2.5e3 1.25 true héllo bytes 65 36.6 -7 name 3,4;", &i8, &u, &u8, &f, &f32, &t, &s, &bs, &r, &c, &d, &w, &p)
	fmt.Println(n, err, i8, u, u8, f, f32, t, s, string(bs), r, c, d, w, p)
	for _, text := range []string{"200", "-200", "a", ""} {
		n, err = fmt.Sscan(text, &i8)
		fmt.Println(n, err, i8)
		n, err = fmt.Sscan(text, &u8)
		fmt.Println(n, err, u8)
		n, err = fmt.Sscan(text, &d)
		fmt.Println(n, err, d)
		n, err = fmt.Sscan(text, &f)
		fmt.Println(n, err, f)
		n, err = fmt.Sscan(text, &t)
		fmt.Println(n, err, t)
		n, err = fmt.Sscan(text, &s)
		fmt.Println(n, err, s)
	}
	type scan struct{ text, format string }
	for _, x := range []scan{{"5%7", "%d%%%d"}, {"ab:cd", "%2s:%s"}, {"12345", "%2d%3d"}, {"a b", "%c %c"}, {"ff 10", "%x %o"}, {"101 U+1F", "%b %U"}, {"k=v", "k=%s"}, {"k=v", "j=%s"}, {`"a\tb" x`, "%q %s"}, {"`raw` x", "%q %s"}, {"616263 x", "%x %s"}, {"1\n2", "%d\n%d"}, {"1 2", "%d\n%d"}, {"1\n2", "%d %d"}, {"1", "%d %d"}, {"1 2 3", "%d %d"}, {"1 2", "%d"}, {"1 2", "%d %d %d"}, {"1 2", "%d %z"}, {"1", "%"}, {"nan inf", "%v %v"}} {
		var a, b int
		var s, q string
		n, err := fmt.Sscanf(x.text, x.format, &a, &b)
		fmt.Printf("%q %q: %d %v %d %d | ", x.text, x.format, n, err, a, b)
		n, err = fmt.Sscanf(x.text, x.format, &s, &q)
		fmt.Printf("%d %v %q %q\n", n, err, s, q)
	}
	for _, text := range []string{"nan inf", "-Inf +1", "0x1p-2 0x1.8p1", "1e400 1", "1.5.2 3", ". 1", "1_0.5 2"} {
		var f, g float64
		n, err := fmt.Sscan(text, &f, &g)
		fmt.Println(n, err, f, g)
	}
	var x, y int
	in := strings.NewReader("1 2\n3 4\n5\n6 7 8\n9")
	for {
		n, err := fmt.Fscanln(in, &x, &y)
		fmt.Println(n, err, x, y)
		if err == io.EOF || n == 0 {
			break
		}
	}
	in = strings.NewReader("1 2 3 x")
	for {
		if n, err := fmt.Fscan(in, &x); err != nil {
			fmt.Println(n, err)
			break
		}
		fmt.Print(x, ";")
	}
	rest, _ := io.ReadAll(io.MultiReader(in))
	fmt.Printf("%q\n", rest)
	n, err = fmt.Sscan("5", x)
	fmt.Println(n, err)
	n, err = fmt.Sscan("5", &p.x, &in)
	fmt.Println(n, err)
	fmt.Println(fmt.Scan(&x))
	fmt.Println(fmt.Scanln(&x))
	fmt.Println(fmt.Scanf("%d", &x))
}

// Output:
// 2 <nil> 1 2
// 2 <nil> 1 2
// 2 <nil> 1 2
// 2 <nil> 1 2
// 1 unexpected newline 1 2
// 1 newline in input does not match format 1 2
// 1 EOF 1 0
// 1 EOF 1 0
// 1 EOF 1 0
// 0 EOF 0 0
// 0 EOF 0 0
// 0 EOF 0 0
// 0 expected integer 0 0
// 0 expected integer 0 0
// 0 expected integer 0 0
// 1 expected integer 1 0
// 1 expected integer 1 0
// 1 expected integer 1 0
// 2 <nil> 7 8
// 2 expected newline 7 8
// 2 <nil> 7 8
// 2 <nil> 16 3
// 2 <nil> 16 3
// 1 expected space in input to match format 0 3
// 2 <nil> 1000 -5
// 2 <nil> 1000 -5
// 1 expected space in input to match format 1 -5
// 0 strconv.ParseInt: parsing "99999999999999999999": value out of range 0 0
// 0 strconv.ParseInt: parsing "99999999999999999999": value out of range 0 0
// 0 strconv.ParseInt: parsing "99999999999999999999": value out of range 0 0
// 2 <nil> 3 4
// 2 <nil> 3 4
// 2 <nil> 3 4
// 13 <nil> -128 42 255 2500 1.25 true héllo bytes 65 36.6 -7 name {3 4}
// 0 integer overflow on token 200 -128
// 1 <nil> 200
// 0 integer overflow on token 200 -7
// 1 <nil> 200
// 1 <nil> false
// 1 <nil> 200
// 0 integer overflow on token -200 -128
// 0 expected integer 200
// 0 integer overflow on token -200 -7
// 1 <nil> -200
// 1 <nil> false
// 1 <nil> -200
// 0 expected integer -128
// 0 expected integer 200
// 0 expected integer -7
// 0 strconv.ParseFloat: parsing "": invalid syntax -200
// 1 <nil> false
// 1 <nil> a
// 0 EOF -128
// 0 EOF 200
// 0 EOF -7
// 0 EOF -200
// 0 EOF false
// 0 EOF a
// "5%7" "%d%%%d": 2 <nil> 5 7 | 0 bad verb '%d' for string "" ""
// "ab:cd" "%2s:%s": 0 bad verb '%s' for integer 0 0 | 2 <nil> "ab" "cd"
// "12345" "%2d%3d": 2 <nil> 12 345 | 0 bad verb '%d' for string "" ""
// "a b" "%c %c": 2 <nil> 97 98 | 0 bad verb '%c' for string "" ""
// "ff 10" "%x %o": 2 <nil> 255 8 | 1 bad verb '%o' for string "\xff" ""
// "101 U+1F" "%b %U": 2 <nil> 5 31 | 0 bad verb '%b' for string "" ""
// "k=v" "k=%s": 0 bad verb '%s' for integer 0 0 | 1 too many operands "v" ""
// "k=v" "j=%s": 0 input does not match format 0 0 | 0 input does not match format "" ""
// "\"a\\tb\" x" "%q %s": 0 bad verb '%q' for integer 0 0 | 2 <nil> "a\tb" "x"
// "`raw` x" "%q %s": 0 bad verb '%q' for integer 0 0 | 2 <nil> "raw" "x"
// "616263 x" "%x %s": 1 bad verb '%s' for integer 6382179 0 | 2 <nil> "abc" "x"
// "1\n2" "%d\n%d": 2 <nil> 1 2 | 0 bad verb '%d' for string "" ""
// "1 2" "%d\n%d": 1 newline in format does not match input 1 0 | 0 bad verb '%d' for string "" ""
// "1\n2" "%d %d": 1 newline in input does not match format 1 0 | 0 bad verb '%d' for string "" ""
// "1" "%d %d": 1 EOF 1 0 | 0 bad verb '%d' for string "" ""
// "1 2 3" "%d %d": 2 <nil> 1 2 | 0 bad verb '%d' for string "" ""
// "1 2" "%d": 1 too many operands 1 0 | 0 bad verb '%d' for string "" ""
// "1 2" "%d %d %d": 2 too few operands for format '%d' 1 2 | 0 bad verb '%d' for string "" ""
// "1 2" "%d %z": 1 bad verb '%z' for integer 1 0 | 0 bad verb '%d' for string "" ""
// "1" "%": 0 missing verb: % at end of format string 0 0 | 0 missing verb: % at end of format string "" ""
// "nan inf" "%v %v": 0 expected integer 0 0 | 2 <nil> "nan" "inf"
// 2 <nil> NaN +Inf
// 2 <nil> -Inf 1
// 2 <nil> 0.25 3
// 0 strconv.ParseFloat: parsing "1e400": value out of range 0 0
// 2 <nil> 1.5 0.2
// 0 strconv.ParseFloat: parsing ".": invalid syntax 0 0
// 2 <nil> 10.5 2
// 2 <nil> 1 2
// 2 <nil> 3 4
// 1 unexpected newline 5 4
// 2 expected newline 6 7
// 0 unexpected newline 6 7
// 1;2;3;0 expected integer
// "x"
// 0 type not a pointer: int
// 1 can't scan type: **strings.Reader
// 0 EOF
// 0 EOF
// 0 EOF
