// Durations as text, their parts, rounding, and parsing.
package main

import (
	"fmt"
	"math"
	"time"
)

func main() {
	for _, d := range []time.Duration{
		0, 1, 999, 1000, 1100, 2200 * time.Microsecond, 1500 * time.Millisecond, time.Second, 61 * time.Second,
		time.Hour, 90 * time.Minute, 100*time.Hour + 3*time.Millisecond, -5 * time.Second, -1, math.MaxInt64, math.MinInt64,
	} {
		fmt.Println(d, d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
		fmt.Println(d.Round(time.Second), d.Truncate(time.Minute), d.Round(7), d.Abs())
	}
	fmt.Printf("%v %s %d %T %+v %q %8v|%x\n", time.Second, time.Second, time.Second, time.Second, time.Second, time.Second, time.Second, time.Second)
	fmt.Println(time.Duration(2.5*float64(time.Second)), 3*time.Second/2, []time.Duration{1, time.Minute})
	for _, s := range []string{"0", "1s", "-1.5h", "1h15m30.918273645s", "100us", "1µs", ".5s", "1.s", "", "3", "1x", "1.2.3s", "9223372036854775808ns", "-9223372036854775808ns", "1000000000h"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	fmt.Println(time.March, time.Saturday, time.Month(13), time.Weekday(9))
}

// Output:
// 0s 0 0 0 0 0 0
// 0s 0s 0s 0s
// 1ns 1e-09 1.6666666666666667e-11 2.777777777777778e-13 0 0 1
// 0s 0s 0s 1ns
// 999ns 9.99e-07 1.665e-08 2.775e-10 0 0 999
// 0s 0s 1.001µs 999ns
// 1µs 1e-06 1.6666666666666667e-08 2.7777777777777777e-10 0 1 1000
// 0s 0s 1.001µs 1µs
// 1.1µs 1.1e-06 1.8333333333333332e-08 3.0555555555555557e-10 0 1 1100
// 0s 0s 1.099µs 1.1µs
// 2.2ms 0.0022 3.6666666666666666e-05 6.111111111111111e-07 2 2200 2200000
// 0s 0s 2.200002ms 2.2ms
// 1.5s 1.5 0.025 0.0004166666666666667 1500 1500000 1500000000
// 2s 0s 1.499999998s 1.5s
// 1s 1 0.016666666666666666 0.0002777777777777778 1000 1000000 1000000000
// 1s 0s 1.000000001s 1s
// 1m1s 61 1.0166666666666666 0.016944444444444446 61000 61000000 61000000000
// 1m1s 1m0s 1m0.999999998s 1m1s
// 1h0m0s 3600 60 1 3600000 3600000000 3600000000000
// 1h0m0s 1h0m0s 1h0m0.000000002s 1h0m0s
// 1h30m0s 5400 90 1.5 5400000 5400000000 5400000000000
// 1h30m0s 1h30m0s 1h30m0.000000003s 1h30m0s
// 100h0m0.003s 360000.003 6000.00005 100.00000083333333 360000003 360000003000 360000003000000
// 100h0m0s 100h0m0s 100h0m0.003000001s 100h0m0.003s
// -5s -5 -0.08333333333333333 -0.001388888888888889 -5000 -5000000 -5000000000
// -5s 0s -4.999999998s 5s
// -1ns -1e-09 -1.6666666666666667e-11 -2.777777777777778e-13 0 0 -1
// 0s 0s 0s 1ns
// 2562047h47m16.854775807s 9.223372036854776e+09 1.5372286728091294e+08 2.5620477880152157e+06 9223372036854 9223372036854775 9223372036854775807
// 2562047h47m16.854775807s 2562047h47m0s 2562047h47m16.854775807s 2562047h47m16.854775807s
// -2562047h47m16.854775808s -9.223372036854776e+09 -1.5372286728091294e+08 -2.5620477880152157e+06 -9223372036854 -9223372036854775 -9223372036854775808
// -2562047h47m16.854775808s -2562047h47m0s -2562047h47m16.854775807s 2562047h47m16.854775807s
// 1s 1s 1000000000 time.Duration 1s "1s"       1s|3173
// 2.5s 1.5s [1ns 1m0s]
// 0s <nil>
// 1s <nil>
// -1h30m0s <nil>
// 1h15m30.918273645s <nil>
// 100µs <nil>
// 1µs <nil>
// 500ms <nil>
// 1s <nil>
// 0s time: invalid duration ""
// 0s time: missing unit in duration "3"
// 0s time: unknown unit "x" in duration "1x"
// 0s time: missing unit in duration "1.2.3s"
// 0s time: invalid duration "9223372036854775808ns"
// -2562047h47m16.854775808s <nil>
// 0s time: invalid duration "1000000000h"
// March Saturday %!Month(13) %!Weekday(9)
