// A conversion between integers cuts or extends; from a float it drops the fraction.
package main

import "fmt"

func main() {
	x := 0x12345678
	fmt.Println(int8(x), int16(x), int32(x), uint8(x), uint16(x))
	n := -1
	fmt.Println(uint8(n), uint16(n), uint32(n), uint64(n), uint(n))
	var b int8 = -5
	fmt.Println(int(b), uint8(b), uint32(b), int64(b))
	var u uint8 = 250
	fmt.Println(int8(u), int(u), uint64(u))
	f := 3.99
	fmt.Println(int(f), int(-f), int8(f), uint8(f))
	fmt.Println(float64(7)/2, float64(n))
	var big uint64 = 1<<63 + 5
	fmt.Println(int64(big), uint32(big))
	type Small int8
	s := Small(x)
	fmt.Printf("%v %T\n", s, s)
	var r rune = 0x1F600
	fmt.Println(byte(r), r)
	fmt.Println(float64(1<<53)+1 == float64(1<<53))
}

// Output:
// 120 22136 305419896 120 22136
// 255 65535 4294967295 18446744073709551615 18446744073709551615
// -5 251 4294967291 -5
// -6 250 250
// 3 -3 3 3
// 3.5 -1
// -9223372036854775803 5
// 120 main.Small
// 0 128512
// true
