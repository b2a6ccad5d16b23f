package main

func main() {
	_ = []int{"a", 2.5, nil}                      // ERROR `cannot use "a" \(untyped string constant\) as int value in array or slice literal` "cannot use 2\.5 \(untyped float constant\) as int value in array or slice literal \(truncated\)" "cannot use nil as int value in array or slice literal"
	_ = [2]int{1, 2, 3}                           // ERROR "index 2 is out of bounds \(>= 2\)"
	_ = [...]int{0: 1, 0: 2}                      // ERROR "duplicate index 0 in array or slice literal"
	_ = []int{-1: 5}                              // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = []int{"k": 5}                             // ERROR `cannot convert "k" \(untyped string constant\) to (type )?int`
	_ = map[string]int{"a": 1, "a": 2}            // ERROR `duplicate key "a" in map literal`
	_ = map[string]int{1: "x"}                    // ERROR "cannot use 1 \(untyped int constant\) as string value in map literal"
	_ = map[string]int{1}                         // ERROR "missing key in map literal"
	_ = map[int]bool{1: true, 2: false, 1: false} // ERROR "duplicate key 1 in map literal"
	_ = [3]string{5: "x"}                         // ERROR "invalid argument: index 5 out of bounds \[0:3\]"
	n := 3                                        // ERROR "declared and not used: n"
	_ = [n]int{}                                  // ERROR "invalid array length n"
	var a [n]int                                  // ERROR "invalid array length n"
	var b [-1]int                                 // ERROR "invalid array length -1 \(untyped int constant\)"
	var c ["x"]int                                // ERROR `array length "x" \(untyped string constant\) must be integer`
	var d [1.5]int                                // ERROR "array length 1\.5 \(untyped float constant\) must be integer"
	_ = [][]int{1, {2}}                           // ERROR "cannot use 1 \(untyped int constant\) as \[\]int value in array or slice literal"
	_ = map[[]int]int{}                           // ERROR "invalid map key type \[\]int"
	_ = map[string]struct{}{"a"}                  // ERROR "missing key in map literal"
	_ = [2]int{1, 2}[5]                           // ERROR "invalid argument: index 5 out of bounds \[0:2\]"
	_ = []int{1, 2}[-1]                           // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_, _, _, _ = a, b, c, d
	_ = "abc"[10]     // ERROR "invalid argument: index 10 out of bounds \[0:3\]"
	_ = [3]int{}[1:9] // ERROR "invalid operation: \[3\]int\{\} \(value of type \[3\]int\) \(slice of unaddressable value\)"
	_ = "hello"[4:2]  // ERROR "invalid slice indices: 2 < 4"
}
