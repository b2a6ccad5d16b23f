// strconv: numbers and quoted strings, with the texts of the errors.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 16), strconv.FormatInt(-5, 2), strconv.FormatBool(true), strconv.Quote("a\"b\n\té\x00"))
	for _, s := range []string{"42", "-7", "+5", "", "x", "12a", "99999999999999999999", " 1", "1_000", "0x10"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, c := range []struct {
		s    string
		base int
		bits int
	}{{"ff", 16, 64}, {"0xff", 0, 64}, {"300", 10, 8}, {"-129", 10, 8}, {"1010", 2, 8}, {"z", 36, 64}, {"8", 8, 64}, {"0b11", 0, 64}, {"017", 0, 64}} {
		n, err := strconv.ParseInt(c.s, c.base, c.bits)
		fmt.Println(n, err)
	}
	u, err := strconv.ParseUint("18446744073709551615", 10, 64)
	fmt.Println(u, err)
	_, err = strconv.ParseUint("-1", 10, 64)
	fmt.Println(err)
	for _, s := range []string{"3.25", "1e3", "-0.5", "abc", "1e400", ".5", "inf", "NaN"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	for _, s := range []string{"true", "F", "1", "yes"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	_, err = strconv.Atoi("oops")
	fmt.Println(errors.Is(err, strconv.ErrSyntax))
	fmt.Println(strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatFloat(1e21, 'g', -1, 64), strconv.FormatFloat(0.5, 'e', 3, 64))
	q, err := strconv.Unquote("\"a\\tb\"")
	fmt.Printf("%q %v\n", q, err)
	fmt.Println(strconv.FormatUint(1<<63, 10))
}

// Output:
// -45 ff -101 true "a\"b\n\té\x00"
// 42 <nil>
// -7 <nil>
// 5 <nil>
// 0 strconv.Atoi: parsing "": invalid syntax
// 0 strconv.Atoi: parsing "x": invalid syntax
// 0 strconv.Atoi: parsing "12a": invalid syntax
// 9223372036854775807 strconv.Atoi: parsing "99999999999999999999": value out of range
// 0 strconv.Atoi: parsing " 1": invalid syntax
// 0 strconv.Atoi: parsing "1_000": invalid syntax
// 0 strconv.Atoi: parsing "0x10": invalid syntax
// 255 <nil>
// 255 <nil>
// 127 strconv.ParseInt: parsing "300": value out of range
// -128 strconv.ParseInt: parsing "-129": value out of range
// 10 <nil>
// 35 <nil>
// 0 strconv.ParseInt: parsing "8": invalid syntax
// 3 <nil>
// 15 <nil>
// 18446744073709551615 <nil>
// strconv.ParseUint: parsing "-1": invalid syntax
// 3.25 <nil>
// 1000 <nil>
// -0.5 <nil>
// 0 strconv.ParseFloat: parsing "abc": invalid syntax
// +Inf strconv.ParseFloat: parsing "1e400": value out of range
// 0.5 <nil>
// +Inf <nil>
// NaN <nil>
// true <nil>
// false <nil>
// true <nil>
// false strconv.ParseBool: parsing "yes": invalid syntax
// true
// 3.14 1e+21 5.000e-01
// "a\tb" <nil>
// 9223372036854775808
