// Numbers and quoted texts to and from strings, with strconv's errors.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "-42", "+7", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "", "abc", "1_000", "0x1f", " 1", "1.5"} {
		i, err := strconv.Atoi(s)
		fmt.Println(i, err)
		u, err := strconv.ParseUint(s, 0, 16)
		fmt.Println(u, err)
		j, err := strconv.ParseInt(s, 16, 8)
		fmt.Println(j, err)
	}
	_, err := strconv.Atoi("x")
	var num *strconv.NumError
	fmt.Println(errors.As(err, &num), num.Func, num.Num, num.Err == strconv.ErrSyntax, errors.Is(err, strconv.ErrSyntax))
	_, err = strconv.ParseInt("1", 99, 0)
	fmt.Println(err)
	for _, s := range []string{"1.5", "-0", "1e400", "-1e-400", "inf", "-Infinity", "nan", "0x1p-2", "1e", ".5", "5.", ".", "1_0.5", "0x_1p0", "1e+3x", "3.4e39"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err2 := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, g, err2)
	}
	for _, f := range []float64{0, 1, -1.5, 0.1, 1e21, 123456789, 1e-7, 2.5, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(-1), math.NaN(), 1.0 / 3} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'e', 3, 64), strconv.FormatFloat(f, 'f', 2, 64), strconv.FormatFloat(f, 'G', 4, 32), strconv.FormatFloat(f, 'x', -1, 64), strconv.FormatFloat(f, 'b', -1, 64))
	}
	fmt.Println(strconv.Itoa(-123), strconv.FormatInt(math.MinInt64, 2), strconv.FormatInt(35, 36), strconv.FormatUint(math.MaxUint64, 16), strconv.FormatBool(true))
	for _, s := range []string{"true", "F", "yes", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	for _, s := range []string{"plain", "q\"'`\\", "tab\tnl\nbell\a", "héé世\u00a0\u200b\U0001F600", "\xff\x00\x7f", "\ufeff"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		t, err := strconv.Unquote(strconv.Quote(s))
		fmt.Println(t == s, err)
	}
	for _, s := range []string{`"a\tb\x41\u00e9\101"`, "`raw\\n`", `'x'`, `'\''`, `"bad`, `'xy'`, `"\q"`, `x`, ``} {
		t, err := strconv.Unquote(s)
		fmt.Printf("%q %v\n", t, err)
	}
	fmt.Println(strconv.QuoteRune('☺'), strconv.QuoteRuneToASCII('☺'), strconv.QuoteRune('\n'), strconv.QuoteRune(-1), strconv.IsPrint('é'), strconv.IsPrint('\u00a0'))
	fmt.Println(string(strconv.AppendInt([]byte("n="), 5, 10)), string(strconv.AppendQuote(nil, "x")), string(strconv.AppendFloat(nil, 1.5, 'f', 1, 64)))
}

// Output:
// 0 <nil>
// 0 <nil>
// 0 <nil>
// -42 <nil>
// 0 strconv.ParseUint: parsing "-42": invalid syntax
// -66 <nil>
// 7 <nil>
// 0 strconv.ParseUint: parsing "+7": invalid syntax
// 7 <nil>
// 9223372036854775807 <nil>
// 65535 strconv.ParseUint: parsing "9223372036854775807": value out of range
// 127 strconv.ParseInt: parsing "9223372036854775807": value out of range
// 9223372036854775807 strconv.Atoi: parsing "9223372036854775808": value out of range
// 65535 strconv.ParseUint: parsing "9223372036854775808": value out of range
// 127 strconv.ParseInt: parsing "9223372036854775808": value out of range
// -9223372036854775808 <nil>
// 0 strconv.ParseUint: parsing "-9223372036854775808": invalid syntax
// -128 strconv.ParseInt: parsing "-9223372036854775808": value out of range
// 0 strconv.Atoi: parsing "": invalid syntax
// 0 strconv.ParseUint: parsing "": invalid syntax
// 0 strconv.ParseInt: parsing "": invalid syntax
// 0 strconv.Atoi: parsing "abc": invalid syntax
// 0 strconv.ParseUint: parsing "abc": invalid syntax
// 127 strconv.ParseInt: parsing "abc": value out of range
// 0 strconv.Atoi: parsing "1_000": invalid syntax
// 1000 <nil>
// 0 strconv.ParseInt: parsing "1_000": invalid syntax
// 0 strconv.Atoi: parsing "0x1f": invalid syntax
// 31 <nil>
// 0 strconv.ParseInt: parsing "0x1f": invalid syntax
// 0 strconv.Atoi: parsing " 1": invalid syntax
// 0 strconv.ParseUint: parsing " 1": invalid syntax
// 0 strconv.ParseInt: parsing " 1": invalid syntax
// 0 strconv.Atoi: parsing "1.5": invalid syntax
// 0 strconv.ParseUint: parsing "1.5": invalid syntax
// 0 strconv.ParseInt: parsing "1.5": invalid syntax
// true Atoi x true true
// strconv.ParseInt: parsing "1": invalid base 99
// 1.5 <nil> 1.5 <nil>
// -0 <nil> -0 <nil>
// +Inf strconv.ParseFloat: parsing "1e400": value out of range +Inf strconv.ParseFloat: parsing "1e400": value out of range
// -0 <nil> -0 <nil>
// +Inf <nil> +Inf <nil>
// -Inf <nil> -Inf <nil>
// NaN <nil> NaN <nil>
// 0.25 <nil> 0.25 <nil>
// 0 strconv.ParseFloat: parsing "1e": invalid syntax 0 strconv.ParseFloat: parsing "1e": invalid syntax
// 0.5 <nil> 0.5 <nil>
// 5 <nil> 5 <nil>
// 0 strconv.ParseFloat: parsing ".": invalid syntax 0 strconv.ParseFloat: parsing ".": invalid syntax
// 10.5 <nil> 10.5 <nil>
// 1 <nil> 1 <nil>
// 0 strconv.ParseFloat: parsing "1e+3x": invalid syntax 0 strconv.ParseFloat: parsing "1e+3x": invalid syntax
// 3.4e+39 <nil> +Inf strconv.ParseFloat: parsing "3.4e39": value out of range
// 0 0.000e+00 0.00 0 0x0p+00 0p-1074
// 1 1.000e+00 1.00 1 0x1p+00 4503599627370496p-52
// -1.5 -1.500e+00 -1.50 -1.5 -0x1.8p+00 -6755399441055744p-52
// 0.1 1.000e-01 0.10 0.1 0x1.999999999999ap-04 7205759403792794p-56
// 1e+21 1.000e+21 1000000000000000000000.00 1E+21 0x1.b1ae4d6e2ef5p+69 7629394531250000p+17
// 1.23456789e+08 1.235e+08 123456789.00 1.235E+08 0x1.d6f3454p+26 8285044862877696p-26
// 1e-07 1.000e-07 0.00 1E-07 0x1.ad7f29abcaf48p-24 7555786372591432p-76
// 2.5 2.500e+00 2.50 2.5 0x1.4p+01 5629499534213120p-51
// 1.7976931348623157e+308 1.798e+308 179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368.00 +Inf 0x1.fffffffffffffp+1023 9007199254740991p+971
// 5e-324 4.941e-324 0.00 0 0x1p-1074 1p-1074
// -Inf -Inf -Inf -Inf -Inf -Inf
// NaN NaN NaN NaN NaN NaN
// 0.3333333333333333 3.333e-01 0.33 0.3333 0x1.5555555555555p-02 6004799503160661p-54
// -123 -1000000000000000000000000000000000000000000000000000000000000000 z ffffffffffffffff true
// true <nil>
// false <nil>
// false strconv.ParseBool: parsing "yes": invalid syntax
// false strconv.ParseBool: parsing "": invalid syntax
// "plain" "plain" "plain" true
// true <nil>
// "q\"'`\\" "q\"'`\\" "q\"'`\\" false
// true <nil>
// "tab\tnl\nbell\a" "tab\tnl\nbell\a" "tab\tnl\nbell\a" false
// true <nil>
// "héé世\u00a0\u200b😀" "h\u00e9\u00e9\u4e16\u00a0\u200b\U0001f600" "héé世 \u200b😀" true
// true <nil>
// "\xff\x00\x7f" "\xff\x00\x7f" "\xff\x00\x7f" false
// true <nil>
// "\ufeff" "\ufeff" "\ufeff" false
// true <nil>
// "a\tbAéA" <nil>
// "raw\\n" <nil>
// "x" <nil>
// "'" <nil>
// "" invalid syntax
// "" invalid syntax
// "" invalid syntax
// "" invalid syntax
// "" invalid syntax
// '☺' '\u263a' '\n' '�' true false
// n=5 "x" 1.5
