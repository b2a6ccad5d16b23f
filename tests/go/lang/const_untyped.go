// Untyped constants are exact until they get a type.
package main

import "fmt"

const big = 1 << 100
const third = 1.0 / 3
const huge = big * big

type Celsius float64

func main() {
	fmt.Println(big >> 98)
	fmt.Println(huge / big / (1 << 90))
	fmt.Println(third*3 == 1)
	fmt.Println(5/2, 5.0/2, 5/2.0, 5%3, -5%3, -5/3)
	var f float64 = 5 / 2
	var g float64 = 5 / 2.0
	fmt.Println(f, g)
	var i int = 4.0
	var by byte = 'a'
	var r rune = 'a' + 1
	fmt.Println(i, by, r, string(r))
	const c Celsius = 36.6
	fmt.Printf("%T %v %T %T %T %T\n", c, c, 'x', 1, 1.0, "s")
	var x uint8 = 255
	fmt.Println(x+1, x&^0xf, ^x, -x)
	fmt.Println(1<<3|1, 7&^2, 6^3, ^0, ^5)
	fmt.Println(len("héllo"), len([3]int{}), 'é', 'a'*2)
	const mask = ^uint32(0)
	fmt.Println(mask, uint64(mask)<<4, ^uint8(1))
	fmt.Println(0x_ff, 0b1010, 0o17, 017, 1_000_000, 0x1p4, 1e3, .5, 1e-2)
	const yes = 3 > 2 && "a" < "b"
	fmt.Println(yes, !yes)
}

// Output:
// 4
// 1024
// true
// 2 2.5 2.5 2 -2 -1
// 2 2.5
// 4 97 98 b
// main.Celsius 36.6 int32 int float64 string
// 0 240 0 1
// 9 5 5 -1 -6
// 6 3 233 194
// 4294967295 68719476720 254
// 255 10 15 15 1000000 16 1000 0.5 0.01
// true false
