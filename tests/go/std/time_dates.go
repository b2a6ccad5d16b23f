// Calendar arithmetic and formatting.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 23, 59, 58, 123456789, time.UTC)
	fmt.Println(t)
	for _, layout := range []string{time.ANSIC, time.UnixDate, time.RFC822, time.RFC850, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.StampMicro, "2006-01-02 15:04:05", "Monday, 2 January 06 at 3:04pm (002)", ".000 ,999999"} {
		fmt.Println(t.Format(layout))
	}
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Weekday(), t.YearDay(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond())
	fmt.Println(t.ISOWeek())
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano())
	fmt.Println(t.Add(2*time.Second), t.AddDate(1, 0, 0), t.AddDate(0, 1, 1))
	fmt.Println(t.Truncate(time.Hour), t.Round(24*time.Hour))
	u := time.Unix(0, 0).UTC()
	fmt.Println(u, t.Sub(u), u.Before(t), u.After(t), u.Equal(u.Add(0)), t == u)
	fmt.Println(time.Date(2023, 14, -3, 25, 61, 61, -1, time.UTC))
	var zero time.Time
	fmt.Println(zero, zero.IsZero(), t.IsZero(), zero.Unix(), t.Sub(zero))
	est := time.FixedZone("EST", -5*3600)
	fmt.Println(t.In(est), t.In(est).Equal(t), t.In(est) == t, est)
	fmt.Printf("%v %s %#v\n", t, t, u)
	fmt.Println(time.UnixMilli(1700000000123).UTC())
}

// Output:
// 2024-02-29 23:59:58.123456789 +0000 UTC
// Thu Feb 29 23:59:58 2024
// Thu Feb 29 23:59:58 UTC 2024
// 29 Feb 24 23:59 UTC
// Thursday, 29-Feb-24 23:59:58 UTC
// Thu, 29 Feb 2024 23:59:58 +0000
// 2024-02-29T23:59:58Z
// 2024-02-29T23:59:58.123456789Z
// 11:59PM
// Feb 29 23:59:58.123456
// 2024-02-29 23:59:58
// Thursday, 29 February 24 at 11:59pm (060)
// .123 ,123456
// 2024 February 29 Thursday 60 23 59 58 123456789
// 2024 9
// 1709251198 1709251198123 1709251198123456 1709251198123456789
// 2024-03-01 00:00:00.123456789 +0000 UTC 2025-03-01 23:59:58.123456789 +0000 UTC 2024-03-30 23:59:58.123456789 +0000 UTC
// 2024-02-29 23:00:00 +0000 UTC 2024-03-01 00:00:00 +0000 UTC
// 1970-01-01 00:00:00 +0000 UTC 474791h59m58.123456789s true false true false
// 2024-01-29 02:02:00.999999999 +0000 UTC
// 0001-01-01 00:00:00 +0000 UTC true false -62135596800 2562047h47m16.854775807s
// 2024-02-29 18:59:58.123456789 -0500 EST true false EST
// 2024-02-29 23:59:58.123456789 +0000 UTC 2024-02-29 23:59:58.123456789 +0000 UTC time.Date(1970, time.January, 1, 0, 0, 0, 0, time.UTC)
// 2023-11-14 22:13:20.123 +0000 UTC
