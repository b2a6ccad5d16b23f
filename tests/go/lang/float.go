// float64 arithmetic and how it prints.
package main

import "fmt"

func main() {
	a, b := 0.1, 0.2
	fmt.Println(a+b, a+b == 0.3, 0.1+0.2 == 0.3)
	zero := 0.0
	inf := 1 / zero
	nan := inf - inf
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, nan < 1, inf > 1e300)
	fmt.Println(1.0, 100000.0, 1e20, 1e21, 1e-4, 1e-5, 123456789.0, 1234567.891)
	fmt.Println(-zero, 1/(-1/inf))
	fmt.Println(3.0, 2.5e10, 5e-324, 1.7976931348623157e308)
	fmt.Printf("%f %.2f %8.3f|%-8.1f|%e %g %g %.3g %08.2f %+.1f\n", a, 3.14159, 2.5, 2.5, 123456.789, 1e6, 1e21, 1234.5678, -3.14159, 2.0)
	fmt.Printf("%v %6v|%5.1f%%\n", 2.5, 2.5, 99.5)
	fmt.Printf("%g %G %E\n", 1e-7, 1e-7, 12.5)
	var i = 3
	fmt.Println(float64(i)*1.5, float64(i)/2)
	f := 2.0
	f *= 1.5
	f -= 0.5
	f++
	fmt.Println(f)
}

// Output:
// 0.30000000000000004 false true
// +Inf -Inf NaN false true false true
// 1 100000 1e+20 1e+21 0.0001 1e-05 1.23456789e+08 1.234567891e+06
// -0 -Inf
// 3 2.5e+10 5e-324 1.7976931348623157e+308
// 0.100000 3.14    2.500|2.5     |1.234568e+05 1e+06 1e+21 1.23e+03 -0003.14 +2.0
// 2.5    2.5| 99.5%
// 1e-07 1E-07 1.250000E+01
// 4.5 1.5
// 3.5
