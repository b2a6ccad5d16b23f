package main

import "time"

var v = 1

func f() int { return 1 }

const a = v             // ERROR "v \(variable of type int\) is not constant"
const b = f()           // ERROR "f\(\) \(value of type int\) is not constant"
const c = len([]int{1}) // ERROR "len\(\[\]int\{…\}\) \(value of type int\) is not constant"
const d []int = nil     // ERROR "invalid constant type \[\]int"
const e = nil           // ERROR "nil is not constant"
const g int = "x"       // ERROR `cannot use "x" \(untyped string constant\) as int value in constant declaration`
const i, j = 1          // ERROR "missing init expr for j"
const k = k + 1         // ERROR "(initialization loop for k|initialization cycle: k refers to itself)[\s\S]*"
const l string = 1      // ERROR "cannot use 1 \(untyped int constant\) as string value in constant declaration"
const n = "a" + 1       // ERROR `invalid operation: "a" \+ 1 \(mismatched types untyped string and untyped int\)`
const o = &v            // ERROR "&v \(value of type \*int\) is not constant"
const p = [2]int{}      // ERROR "\[2\]int\{\} \(value of type \[2\]int\) is not constant"

func main() {
	const q = 10
	q = 5 // ERROR "cannot assign to q \(neither addressable nor a map index expression\)"
	q++   // ERROR "cannot assign to q \(neither addressable nor a map index expression\)"
	const r = time.Second
	_ = &q // ERROR "invalid operation: cannot take address of q \(untyped int constant 10\)"
	r += 1 // ERROR "cannot assign to r \(neither addressable nor a map index expression\)"
	const unused = 1
}
