//gopark:first-error

package main

func main() {
	var c <-int // ERROR "syntax error: unexpected name int, expected chan"
	var d chan<-
}
