package main

func main() {
	var a int8 = 128                  // ERROR "cannot use 128 \(untyped int constant\) as int8 value in variable declaration \(overflows\)"
	var b uint16 = 1 << 16            // ERROR "cannot use 1 << 16 \(untyped int constant 65536\) as uint16 value in variable declaration \(overflows\)"
	var c int = 1 << 63               // ERROR "cannot use 1 << 63 \(untyped int constant 9223372036854775808\) as int value in variable declaration \(overflows\)"
	var d int64 = 9223372036854775808 // ERROR "cannot use 9223372036854775808 \(untyped int constant\) as int64 value in variable declaration \(overflows\)"
	var e byte = 'é' + 100            // ERROR "cannot use 'é' \+ 100 \(untyped rune constant 333\) as byte value in variable declaration \(overflows\)"
	f := 1 << 64                      // ERROR "cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in assignment \(overflows\)"
	g := uint8(256)                   // ERROR "constant 256 overflows uint8"
	h := int8(-129)                   // ERROR "constant -129 overflows int8"
	i := 10000000000000000000         // ERROR "cannot use 10000000000000000000 \(untyped int constant\) as int value in assignment \(overflows\)"
	var j int = 3.5                   // ERROR "cannot use 3\.5 \(untyped float constant\) as int value in variable declaration \(truncated\)"
	const k uint8 = 255 + 1           // ERROR "cannot use 255 \+ 1 \(untyped int constant 256\) as uint8 value in constant declaration \(overflows\)"
	l := uint(-1)                     // ERROR "constant -1 overflows uint"
	var m int32 = 1e10                // ERROR "cannot use 1e10 \(untyped float constant 1e\+10\) as int32 value in variable declaration \(truncated\)"
	n := 5 / 0                        // ERROR "invalid operation: division by zero"
	o := 5.0 / 0                      // ERROR "invalid operation: division by zero"
	p := 5 % 0                        // ERROR "invalid operation: division by zero"
	var q int
	q = q / 0     // ERROR "invalid operation: division by zero"
	q %= 0        // ERROR "invalid operation: division by zero"
	r := int(2.7) // ERROR "cannot convert 2\.7 \(untyped float constant\) to type int"
	s := "a"[5]   // ERROR "invalid argument: index 5 out of bounds \[0:1\]"
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j, l, m, n, o, p, r
	_ = s
}
