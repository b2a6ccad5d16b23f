package main

func main() {
	c := make(chan int)
	select {
	case x := 3: // ERROR "select case must be send or receive \(possibly with assignment\)"
		_ = x
	case len(c): // ERROR "select case must be send or receive \(possibly with assignment\)"
	case c: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case c <- 1:
	}
	var unused int // ERROR "declared and not used: unused"
	for a, b, d := range []int{1} { // ERROR "declared and not used: a" "declared and not used: b" "range clause permits at most two iteration variables"
	}
}
