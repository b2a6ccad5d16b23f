// Verbs, flags, width and precision on basic types, and the texts about wrong ones.
package main

import (
	"fmt"
	"math"
)

type name string
type octets []byte

func main() {
	for _, f := range []string{"%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "%o", "%#o", "%O", "%b", "%c", "%q", "%U", "%#U", "%08b", "%.5d", "%8.5d|", "%v", "%#v", "%T", "%t", "%s", "%e"} {
		fmt.Printf(f+" ", 42)
		fmt.Printf(f+" ", -7)
		fmt.Printf(f+" ", uint8(200))
		fmt.Printf(f+"\n", 'é')
	}
	for _, f := range []string{"%v", "%f", "%.2f", "%8.3f|", "%-8.1f|", "%08.3f", "%+.1f", "% .1f", "%e", "%.2E", "%g", "%G", "%.3g", "%#g", "%6.0f|", "%b", "%x", "%d"} {
		for _, x := range []float64{0, 1, -2.5, 1234.5678, 1e21, 1e-7, math.Inf(1), math.NaN()} {
			fmt.Printf(f+" ", x)
		}
		fmt.Println(float32(0.1))
	}
	for _, f := range []string{"%s", "%q", "%v", "%#v", "%x", "%X", "% x", "%#x", "%# x", "%10s|", "%-10s|", "%.2s", "%+q", "%#q", "%10.3q|", "%d", "%T"} {
		fmt.Printf(f+" ", "héy\n")
		fmt.Printf(f+" ", []byte("ab"))
		fmt.Printf(f+" ", name("n"))
		fmt.Printf(f+"\n", octets{1, 126})
	}
	for _, f := range []string{"%t", "%v", "%5t|", "%-7t|", "%d", "%s"} {
		fmt.Printf(f+" ", true)
		fmt.Printf(f+"\n", false)
	}
	fmt.Printf("%d %s %!\n", 1)
	fmt.Printf("%d\n", 1, "extra", 2.5, nil)
	fmt.Printf("%z %d\n", 3, "x")
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%[3]v %[0]v %[x]v\n", 1, 2)
	fmt.Printf("100%% %5% %c%c\n", 'a', 0x4E16)
	fmt.Printf("%!d %", 1)
	fmt.Println()
	fmt.Print("a", "b", 1, 2, true, "c", 3, nil, '\n', "\n")
	fmt.Println("a", 1, true, nil, 2.0, 'x', []string{})
	fmt.Println(fmt.Sprint(), fmt.Sprint("x", 1, 2), fmt.Sprintln("end")+"|")
	fmt.Printf("%v %v %v %v\n", int8(-128), uint64(math.MaxUint64), int64(math.MinInt64), uintptr(10))
	fmt.Printf("%6.2f|%-8s|%+v|%x\n", 3.14159, "go", struct{ A, b int }{1, 2}, "hi")
}

// Output:
// 42 -7 200 233
//    42|    -7|   200|   233|
// 42   | -7   | 200  | 233  |
// 00042 -0007 00200 00233
// +42 -7 +200 +233
//  42 -7  200  233
// 2a -7 c8 e9
// 2A -7 C8 E9
// 0x2a -0x7 0xc8 0xe9
// 52 -7 310 351
// 052 -07 0310 0351
// 0o52 -0o7 0o310 0o351
// 101010 -111 11001000 11101001
// * � È é
// '*' '�' 'È' 'é'
// U+002A U+FFFFFFFFFFFFFFF9 U+00C8 U+00E9
// U+002A '*' U+FFFFFFFFFFFFFFF9 U+00C8 'È' U+00E9 'é'
// 00101010 -0000111 11001000 11101001
// 00042 -00007 00200 00233
//    00042|   -00007|    00200|    00233|
// 42 -7 200 233
// 42 -7 0xc8 233
// int int uint8 int32
// %!t(int=42) %!t(int=-7) %!t(uint8=200) %!t(int32=233)
// %!s(int=42) %!s(int=-7) %!s(uint8=200) %!s(int32=233)
// %!e(int=42) %!e(int=-7) %!e(uint8=200) %!e(int32=233)
// 0 1 -2.5 1234.5678 1e+21 1e-07 +Inf NaN 0.1
// 0.000000 1.000000 -2.500000 1234.567800 1000000000000000000000.000000 0.000000 +Inf NaN 0.1
// 0.00 1.00 -2.50 1234.57 1000000000000000000000.00 0.00 +Inf NaN 0.1
//    0.000|    1.000|   -2.500| 1234.568| 1000000000000000000000.000|    0.000|     +Inf|      NaN| 0.1
// 0.0     | 1.0     | -2.5    | 1234.6  | 1000000000000000000000.0| 0.0     | +Inf    | NaN     | 0.1
// 0000.000 0001.000 -002.500 1234.568 1000000000000000000000.000 0000.000     +Inf      NaN 0.1
// +0.0 +1.0 -2.5 +1234.6 +1000000000000000000000.0 +0.0 +Inf +NaN 0.1
//  0.0  1.0 -2.5  1234.6  1000000000000000000000.0  0.0  Inf  NaN 0.1
// 0.000000e+00 1.000000e+00 -2.500000e+00 1.234568e+03 1.000000e+21 1.000000e-07 +Inf NaN 0.1
// 0.00E+00 1.00E+00 -2.50E+00 1.23E+03 1.00E+21 1.00E-07 +Inf NaN 0.1
// 0 1 -2.5 1234.5678 1e+21 1e-07 +Inf NaN 0.1
// 0 1 -2.5 1234.5678 1E+21 1E-07 +Inf NaN 0.1
// 0 1 -2.5 1.23e+03 1e+21 1e-07 +Inf NaN 0.1
// 0.00000 1.00000 -2.50000 1234.5678 1.00000e+21 1.00000e-07 +Inf NaN 0.1
//      0|      1|     -2|   1235| 1000000000000000000000|      0|   +Inf|    NaN| 0.1
// 0p-1074 4503599627370496p-52 -5629499534213120p-51 5429686605511341p-42 7629394531250000p+17 7555786372591432p-76 +Inf NaN 0.1
// 0x0p+00 0x1p+00 -0x1.4p+01 0x1.34a456d5cfaadp+10 0x1.b1ae4d6e2ef5p+69 0x1.ad7f29abcaf48p-24 +Inf NaN 0.1
// %!d(float64=0) %!d(float64=1) %!d(float64=-2.5) %!d(float64=1234.5678) %!d(float64=1e+21) %!d(float64=1e-07) %!d(float64=+Inf) %!d(float64=NaN) 0.1
// héy
//  ab n ~
// "héy\n" "ab" "n" "\x01~"
// héy
//  [97 98] n [1 126]
// "héy\n" []byte{0x61, 0x62} "n" main.octets{0x1, 0x7e}
// 68c3a9790a 6162 6e 017e
// 68C3A9790A 6162 6E 017E
// 68 c3 a9 79 0a 61 62 6e 01 7e
// 0x68c3a9790a 0x6162 0x6e 0x017e
// 0x68 0xc3 0xa9 0x79 0x0a 0x61 0x62 0x6e 0x01 0x7e
//       héy
// |         ab|          n|         ~|
// héy
//       | ab        | n         | ~        |
// hé ab n ~
// "h\u00e9y\n" "ab" "n" "\x01~"
// "héy\n" `ab` `n` "\x01~"
//      "héy"|       "ab"|        "n"|    "\x01~"|
// %!d(string=héy
// ) [97 98] %!d(main.name=n) [1 126]
// string []uint8 main.name main.octets
// true false
// true false
//  true| false|
// true   | false  |
// %!d(bool=true) %!d(bool=false)
// %!s(bool=true) %!s(bool=false)
// 1 %!s(MISSING) %!!(MISSING)
// 1
// %!(EXTRA string=extra, float64=2.5, <nil>)%!z(int=3) %!d(string=x)
//     1|2    |3.14
// 2 1 2
// %!v(BADINDEX) %!v(BADINDEX) %!v(BADINDEX)
// 100% % a世
// %!!(int=1)d %!(NOVERB)
// ab1 2 truec3 <nil> 10
// a 1 true <nil> 2 120 []
//  x1 2 end
// |
// -128 18446744073709551615 -9223372036854775808 10
//   3.14|go      |{A:1 b:2}|6869
