// Printf: the verbs for numbers, text, booleans and values.
package main

import (
	"errors"
	"fmt"
)

type P struct {
	X int
	S string
}

func main() {
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%o|%b|%#x|%c|%q|%U\n", 42, 42, 42, 42, 42, 42, 255, 255, 8, 5, 255, 'A', 'A', 'A')
	fmt.Printf("%d %d %x %b %o %+d\n", -42, int8(-128), -255, -5, -8, -1)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%X|% x|%8.3s|\n", "go", "go", "go", "gopher", "a\"b\n", "hi", "hi", "hi", "gopher")
	fmt.Printf("%t %v|%6t|\n", true, false, true)
	fmt.Printf("%v %+v %#v %T\n", P{1, "a"}, P{1, "a"}, P{1, "a"}, P{1, "a"})
	fmt.Printf("%v %+v %T\n", &P{1, "a"}, &P{2, "b"}, &P{})
	fmt.Printf("%v %#v %T\n", []string{"a", "b"}, []string{"a", "b"}, []string{})
	fmt.Printf("%v %#v %T\n", map[string]int{"b": 2, "a": 1}, map[string]int{"b": 2, "a": 1}, map[string]int{})
	fmt.Printf("%v %#v %v %#v\n", nil, nil, []int(nil), []int(nil))
	fmt.Printf("%q %q %x %d %s\n", []string{"a", "b"}, 'x', []byte("az"), []byte("az"), []byte("az"))
	fmt.Printf("%d %v %d\n", []int{1, 2}, [2]bool{true}, map[int]int{1: 2})
	fmt.Printf("%%|%c|%c|%d%%\n", 0x4e16, 128512, 50)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%08b|%3c|%-4q|%#q|%+q\n", 5, 'z', 'y', "raw", "é")
	fmt.Printf("%6.2f|%-8.1f|%+.3e|%g|%G\n", 3.14159, 2.0, 12345.678, 0.00001, 1e20)
	fmt.Printf("%v %v %v %.3v\n", 1e6, 1e-7, 100000.0, 3.14159)
	fmt.Printf("%5v|%-5v|%05v|%5v|%-8v|\n", 12, 12, 12, "ab", true)
	fmt.Printf("%x %X %#o %#b\n", uint8(200), int64(-1), 8, 5)
	fmt.Printf("%v %s\n", struct {
		A interface{}
		B error
	}{1, nil}, errors.New("e"))
	fmt.Printf("%T %T %T %T %T %T %T\n", 1, "s", 1.5, 'r', true, nil, errors.New(""))
	fmt.Printf("%T %T %T %T %T\n", make(chan int), make(<-chan bool), func(int) string { return "" }, [3]int{}, struct{}{})
	fmt.Printf("%T %T %T\n", []interface{}{1}, map[string][]int{}, new(int))
	fmt.Printf("%v %v\n", [3]byte{1, 2, 3}, []byte("abc"))
	fmt.Printf("no newline, ")
	fmt.Printf("%s and %v\n", "string", 'x')
}

// Output:
// 42|   42|42   |00042|+42| 42|ff|FF|10|101|0xff|A|'A'|U+0041
// -42 -128 -ff -101 -10 -1
// go|        go|go        |go|"a\"b\n"|6869|6869|68 69|     gop|
// true false|  true|
// {1 a} {X:1 S:a} main.P{X:1, S:"a"} main.P
// &{1 a} &{X:2 S:b} *main.P
// [a b] []string{"a", "b"} []string
// map[a:1 b:2] map[string]int{"a":1, "b":2} map[string]int
// <nil> <nil> [] []int(nil)
// ["a" "b"] 'x' 617a [97 122] az
// [1 2] [true false] map[1:2]
// %|世|😀|50%
//    42|42   |3.14
// 2 1 2
// 00000101|  z|'y' |`raw`|"\u00e9"
//   3.14|2.0     |+1.235e+04|1e-05|1E+20
// 1e+06 1e-07 100000 3.14
//    12|12   |00012|   ab|true    |
// c8 -1 010 0b101
// {1 <nil>} e
// int string float64 int32 bool <nil> *errors.errorString
// chan int <-chan bool func(int) string [3]int struct {}
// []interface {} map[string][]int *int
// [1 2 3] [97 98 99]
// no newline, string and 120
