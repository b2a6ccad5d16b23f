// time.Duration: arithmetic and printing.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 999, time.Microsecond, 1500 * time.Microsecond, 2 * time.Millisecond, time.Second, 90 * time.Second, 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond, -time.Minute, 100 * time.Hour, 1100 * time.Nanosecond} {
		fmt.Println(d, d.String() != "", int64(d))
	}
	d := 1500 * time.Millisecond
	fmt.Println(d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds(), d.Minutes(), d.Hours())
	fmt.Println(d/2, d*2, d > time.Second, d-time.Second, d%time.Second, d/time.Millisecond)
	n := 3
	fmt.Println(time.Duration(n)*time.Second, time.Duration(1.5*float64(time.Second)))
	fmt.Printf("%v %s %d %T\n", d, d, d, d)
	fmt.Println(d.Round(time.Second), d.Truncate(time.Second))
	type T struct{ D time.Duration }
	fmt.Println(T{time.Second}, []time.Duration{1, 2})
	const timeout = 10 * time.Millisecond
	fmt.Println(timeout)
}

// Output:
// 0s true 0
// 1ns true 1
// 999ns true 999
// 1µs true 1000
// 1.5ms true 1500000
// 2ms true 2000000
// 1s true 1000000000
// 1m30s true 90000000000
// 3h25m45.5s true 12345500000000
// -1m0s true -60000000000
// 100h0m0s true 360000000000000
// 1.1µs true 1100
// 1.5 1500 1500000 1500000000 0.025 0.0004166666666666667
// 750ms 3s true 500ms 500ms 1.5µs
// 3s 1.5s
// 1.5s 1.5s 1500000000 time.Duration
// 2s 1s
// {1s} [1ns 2ns]
// 10ms
