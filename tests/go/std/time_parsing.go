// time.Parse: the layouts of package time, what may be left out, and the errors.
package main

import (
	"errors"
	"fmt"
	"time"
)

func show(layout, value string) {
	t, err := time.Parse(layout, value)
	var pe *time.ParseError
	if errors.As(err, &pe) {
		fmt.Printf("%q: %v | %q %q\n", value, err, pe.LayoutElem, pe.ValueElem)
		return
	}
	_, offset := t.Zone()
	fmt.Println(t.Format("2006-01-02 15:04:05.999999999"), offset, t.Unix())
}

func main() {
	show(time.RFC3339, "2024-02-29T23:59:58Z")
	show(time.RFC3339, "2024-02-29T23:59:58.125+01:30")
	show(time.RFC3339Nano, "1999-12-31T00:00:00.000000001-08:00")
	show(time.RFC1123, "Mon, 02 Jan 2006 15:04:05 MST")
	show(time.RFC1123Z, "Tue, 10 Nov 2009 23:00:00 +0100")
	show(time.RFC850, "Sunday, 06-Nov-94 08:49:37 GMT")
	show(time.RFC822, "02 Jan 70 15:04 UTC")
	show(time.ANSIC, "Sun Nov  6 08:49:37 1994")
	show(time.Kitchen, "3:04PM")
	show(time.Kitchen, "12:04AM")
	show(time.Stamp, "Feb  3 01:02:03")
	show(time.StampMilli, "Feb 13 01:02:03.456")
	show("2006-01-02", "2023-07-09")
	show("2006-01-02 15:04:05", "2023-07-09   1:02:03")
	show("Jan 2, 2006 at 3:04pm (MST)", "feb 3, 2013 at 7:54pm (PST)")
	show("2006-002", "2023-365")
	show("06/1/2", "68/3/4")
	show("06/1/2", "69/3/4")
	show("15:04:05", "07:08:09,5")
	show("15:04:05 -07", "07:08:09 +05")
	show("15h04", "07h08")
	show("2006", "20")
	show("2006-01-02", "2023-02-29")
	show("2006-01-02", "2023-13-01")
	show("2006-01-02", "2023-00-01")
	show("2006-01-02", "2023-01-32")
	show("2006-01-02", "2023-01-02x")
	show("2006-01-02", "2023/01/02")
	show("15:04:05", "24:00:00")
	show("15:04:05", "23:60:00")
	show("15:04:05", "23:59:60")
	show("15:04:05.000", "23:59:59.12")
	show("3:04PM", "13:00PM")
	show("Jan 2", "Foo 2")
	show("2 January", "4 july")
	show("MST", "x")
	show("-0700", "0700")
	show("2006-002", "2023-366")
	berlin := time.FixedZone("CET", 3600)
	t, err := time.ParseInLocation("2006-01-02 15:04", "2024-05-06 07:08", berlin)
	fmt.Println(t, err)
	t, err = time.ParseInLocation(time.RFC822, "02 Jan 06 15:04 CET", berlin)
	fmt.Println(t, err)
	for _, d := range []string{"1h2m3.5s", "-1.5h", "300ms", "+5us", "1µs2ns", "0", "", "3", "1x", "-", ".s", "9223372036854775807ns", "9223372036854775808ns"} {
		fmt.Println(time.ParseDuration(d))
	}
	text, _ := t.MarshalText()
	fmt.Println(string(text))
}

// Output:
// 2024-02-29 23:59:58 0 1709251198
// 2024-02-29 23:59:58.125 5400 1709245798
// 1999-12-31 00:00:00.000000001 -28800 946627200
// 2006-01-02 15:04:05 0 1136214245
// 2009-11-10 23:00:00 3600 1257890400
// 1994-11-06 08:49:37 0 784111777
// 1970-01-02 15:04:00 0 140640
// 1994-11-06 08:49:37 0 784111777
// 0000-01-01 15:04:00 0 -62167164960
// 0000-01-01 00:04:00 0 -62167218960
// 0000-02-03 01:02:03 0 -62164364277
// 0000-02-13 01:02:03.456 0 -62163500277
// 2023-07-09 00:00:00 0 1688860800
// 2023-07-09 01:02:03 0 1688864523
// 2013-02-03 19:54:00 0 1359921240
// 2023-12-31 00:00:00 0 1703980800
// 2068-03-04 00:00:00 0 3098044800
// 1969-03-04 00:00:00 0 -26179200
// 0000-01-01 07:08:09.5 0 -62167193511
// 0000-01-01 07:08:09 18000 -62167211511
// 0000-01-01 07:08:00 0 -62167193520
// "20": parsing time "20" as "2006": cannot parse "20" as "2006" | "2006" "20"
// "2023-02-29": parsing time "2023-02-29": day out of range | "" ""
// "2023-13-01": parsing time "2023-13-01": month out of range | "01" "-01"
// "2023-00-01": parsing time "2023-00-01": month out of range | "01" "-01"
// "2023-01-32": parsing time "2023-01-32": day out of range | "" ""
// "2023-01-02x": parsing time "2023-01-02x": extra text: "x" | "" "x"
// "2023/01/02": parsing time "2023/01/02" as "2006-01-02": cannot parse "/01/02" as "-" | "-" "/01/02"
// "24:00:00": parsing time "24:00:00": hour out of range | "15" ":00:00"
// "23:60:00": parsing time "23:60:00": minute out of range | "04" ":00"
// "23:59:60": parsing time "23:59:60": second out of range | "05" ""
// "23:59:59.12": parsing time "23:59:59.12" as "15:04:05.000": cannot parse ".12" as ".000" | ".000" ".12"
// "13:00PM": parsing time "13:00PM": hour out of range | "3" ":00PM"
// "Foo 2": parsing time "Foo 2" as "Jan 2": cannot parse "Foo 2" as "Jan" | "Jan" "Foo 2"
// 0000-07-04 00:00:00 0 -62151235200
// "x": parsing time "x" as "MST": cannot parse "x" as "MST" | "MST" "x"
// "0700": parsing time "0700" as "-0700": cannot parse "0700" as "-0700" | "-0700" "0700"
// "2023-366": parsing time "2023-366": day-of-year out of range | "" ""
// 2024-05-06 07:08:00 +0100 CET <nil>
// 2006-01-02 15:04:00 +0100 CET <nil>
// 1h2m3.5s <nil>
// -1h30m0s <nil>
// 300ms <nil>
// 5µs <nil>
// 1.002µs <nil>
// 0s <nil>
// 0s time: invalid duration ""
// 0s time: missing unit in duration "3"
// 0s time: unknown unit "x" in duration "1x"
// 0s time: invalid duration "-"
// 0s time: invalid duration ".s"
// 2562047h47m16.854775807s <nil>
// 0s time: invalid duration "9223372036854775808ns"
// 2006-01-02T15:04:00+01:00
