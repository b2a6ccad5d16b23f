// Division truncates towards zero, and the remainder has the sign of the dividend.
package main

import "fmt"

func main() {
	for _, p := range [][2]int{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}, {0, 5}, {6, 3}} {
		q, r := p[0]/p[1], p[0]%p[1]
		fmt.Println(p, q, r, q*p[1]+r == p[0])
	}
	var u uint8 = 250
	fmt.Println(u/7, u%7)
	var f = 7.0
	fmt.Println(f/2, -f/2, f/3)
	x := 17
	x /= 5
	x %= 2
	fmt.Println(x)
}

// Output:
// [7 2] 3 1 true
// [-7 2] -3 -1 true
// [7 -2] -3 1 true
// [-7 -2] 3 -1 true
// [0 5] 0 0 true
// [6 3] 2 0 true
// 35 5
// 3.5 -3.5 2.3333333333333335
// 1
