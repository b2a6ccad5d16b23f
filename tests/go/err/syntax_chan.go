package main

func main() {
	var c <-int // ERROR "syntax error: unexpected int, expected chan"
	var d chan<-
} // ERROR "syntax error: missing channel element type"
