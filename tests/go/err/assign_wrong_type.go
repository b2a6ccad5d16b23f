package main

type Named []int

func main() {
	var i int = "x"                         // ERROR `cannot use "x" \(untyped string constant\) as int value in variable declaration`
	var s string = 1                        // ERROR "cannot use 1 \(untyped int constant\) as string value in variable declaration"
	var f float64 = "2"                     // ERROR `cannot use "2" \(untyped string constant\) as float64 value in variable declaration`
	var b byte = 300                        // ERROR "cannot use 300 \(untyped int constant\) as byte value in variable declaration \(overflows\)"
	var u uint = -1                         // ERROR "cannot use -1 \(untyped int constant\) as uint value in variable declaration \(overflows\)"
	var p *int = i                          // ERROR "cannot use i \(variable of type int\) as \*int value in variable declaration"
	var e error = "text"                    // ERROR `cannot use "text" \(constant of type string\) as error value in variable declaration: string does not implement error \(missing method Error\)`
	var sl []int = []string{"a"}            // ERROR "cannot use \[\]string\{…\} \(value of type \[\]string\) as \[\]int value in variable declaration"
	var m map[string]int = map[int]string{} // ERROR "cannot use map\[int\]string\{\} \(value of type map\[int\]string\) as map\[string\]int value in variable declaration"
	var ch chan int = make(chan string)     // ERROR "cannot use make\(chan string\) \(value of type chan string\) as chan int value in variable declaration"
	var fn func(int) = func(s string) {}    // ERROR "cannot use func\(s string\) \{\} \(value of type func\(s string\)\) as func\(int\) value in variable declaration"
	var any interface{} = 1
	var n int = any           // ERROR "cannot use any \(variable of type interface\{\}\) as int value in variable declaration: need type assertion"
	var r rune = "a"          // ERROR `cannot use "a" \(untyped string constant\) as rune value in variable declaration`
	var arr [3]int = [4]int{} // ERROR "cannot use \[4\]int\{\} \(value of type \[4\]int\) as \[3\]int value in variable declaration"
	var bl bool = 1           // ERROR "cannot use 1 \(untyped int constant\) as bool value in variable declaration"
	var pp **int = p          // ERROR "cannot use p \(variable of type \*int\) as \*\*int value in variable declaration"
	i = 2.5                   // ERROR "cannot use 2\.5 \(untyped float constant\) as int value in assignment \(truncated\)"
	i = "s"                   // ERROR `cannot use "s" \(untyped string constant\) as int value in assignment`
	s = 'c'                   // ERROR "cannot use 'c' \(untyped rune constant 99\) as string value in assignment"
	s = nil                   // ERROR "cannot use nil as string value in assignment"
	i = nil                   // ERROR "cannot use nil as int value in assignment"
	p = &s                    // ERROR "cannot use &s \(value of type \*string\) as \*int value in assignment"
	sl = arr                  // ERROR "cannot use arr \(variable of type \[3\]int\) as \[\]int value in assignment"
	b = 256                   // ERROR "cannot use 256 \(untyped int constant\) as byte value in assignment \(overflows\)"
	f = i                     // ERROR "cannot use i \(variable of type int\) as float64 value in assignment"
	i = f                     // ERROR "cannot use f \(variable of type float64\) as int value in assignment"
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = u, e, m, ch, fn, n, r, bl, pp, sl, b, f, i, s, p
}
