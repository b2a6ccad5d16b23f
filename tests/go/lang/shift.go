// A shift by the width or more gives 0, or -1 for a negative number shifted right.
package main

import "fmt"

func main() {
	var one int32 = 1
	var minus int32 = -8
	var u uint8 = 0xff
	for _, n := range []uint{0, 1, 7, 8, 31, 32, 63, 64, 100} {
		fmt.Println(n, one<<n, minus>>n, u<<n, u>>n, minus<<n)
	}
	var i int = 1
	s := 62
	fmt.Println(i<<s, i<<(s+1), i<<(s+2), i<<200)
	var k uint8 = 3
	fmt.Println(1<<k, uint8(1)<<k<<k<<k, -1>>k)
	var x int64 = 1
	x <<= 40
	x >>= 38
	x |= 1
	x &^= 4
	x ^= 0xf0
	fmt.Println(x)
	var f float64 = float64(int(1) << k)
	fmt.Println(f)
	var w uint16 = 1 << 15
	fmt.Println(w<<1, w>>15, int16(w))
}

// Output:
// 0 1 -8 255 255 -8
// 1 2 -4 254 127 -16
// 7 128 -1 128 1 -1024
// 8 256 -1 0 0 -2048
// 31 -2147483648 -1 0 0 0
// 32 0 -1 0 0 0
// 63 0 -1 0 0 0
// 64 0 -1 0 0 0
// 100 0 -1 0 0 0
// 4611686018427387904 -9223372036854775808 0 0
// 8 0 -1
// 241
// 8
// 0 1 -32768
