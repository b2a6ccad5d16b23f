package main

func main() {
	x := 5
	s := []int{1}
	m := map[string]int{}
	_ = append(x, 1)      // ERROR "first argument to append must be a slice; have x \(variable of type int\)"
	_ = append(s, "a")    // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to append`
	_ = append()          // ERROR "invalid operation: not enough arguments for append\(\) \(expected 1, found 0\)"
	_ = append(s, s)      // ERROR "cannot use s \(variable of type \[\]int\) as int value in argument to append"
	_ = append(s, m...)   // ERROR "cannot use m \(variable of type map\[string\]int\) as \[\]int value in argument to append"
	_ = append(nil, 1)    // ERROR "first argument to append must be a slice; have untyped nil"
	_ = len()             // ERROR "invalid operation: not enough arguments for len\(\) \(expected 1, found 0\)"
	_ = len(s, s)         // ERROR "invalid operation: too many arguments for len\(s, s\) \(expected 1, found 2\)"
	_ = len(5)            // ERROR "invalid argument: 5 \(untyped int constant\) for built-in len"
	_ = cap(m)            // ERROR "invalid argument: m \(variable of type map\[string\]int\) for built-in cap"
	_ = copy(s)           // ERROR "invalid operation: not enough arguments for copy\(s\) \(expected 2, found 1\)"
	_ = copy(s, "a")      // ERROR `invalid argument: arguments to copy s \(variable of type \[\]int\) and "a" \(untyped string constant\) have different element types int and byte`
	_ = copy(x, s)        // ERROR "invalid argument: copy expects slice arguments; found x \(variable of type int\) and s \(variable of type \[\]int\)"
	_ = copy(s, nil)      // ERROR "invalid argument: copy expects slice arguments; found s \(variable of type \[\]int\) and nil"
	delete(m)             // ERROR "invalid operation: not enough arguments for delete\(m\) \(expected 2, found 1\)"
	delete(m, 1)          // ERROR "cannot use 1 \(untyped int constant\) as string value in argument to delete"
	delete(s, 0)          // ERROR "invalid argument: s \(variable of type \[\]int\) is not a map"
	_ = make(int)         // ERROR "invalid argument: cannot make int; type must be slice, map, or channel"
	_ = make([]int)       // ERROR "invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1"
	_ = make([]int, "a")  // ERROR `cannot convert "a" \(untyped string constant\) to (type )?int`
	_ = make([]int, -1)   // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = make([]int, 5, 2) // ERROR "invalid argument: length and capacity swapped"
	_ = make([]int, 1.5)  // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = make([3]int)      // ERROR "invalid argument: cannot make \[3\]int; type must be slice, map, or channel"
	_ = make()            // ERROR "invalid operation: not enough arguments for make\(\) \(expected 1, found 0\)"
	_ = new()             // ERROR "invalid operation: not enough arguments for new\(\) \(expected 1, found 0\)"
	_ = new(5)            // ERROR "5 is not a type"
	_ = new(int, 1)       // ERROR "invalid operation: too many arguments for new\(int, 1\) \(expected 1, found 2\)"
	panic()               // ERROR "invalid operation: not enough arguments for panic\(\) \(expected 1, found 0\)"
	panic(1, 2)           // ERROR "invalid operation: too many arguments for panic\(1, 2\) \(expected 1, found 2\)"
	_ = recover(1)        // ERROR "invalid operation: too many arguments for recover\(1\) \(expected 0, found 1\)"
	close(x)              // ERROR "invalid operation: cannot close non-channel x \(variable of type int\)"
	len(s)                // ERROR "len\(s\) \(value of type int\) is not used"
	y := len              // ERROR "len \(built-in\) must be called"
	_ = y
	_ = make  // ERROR "make \(built-in\) must be called"
	print = 5 // ERROR "print \(built-in\) must be called"
}
