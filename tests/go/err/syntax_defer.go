package main

func main() {
	defer
	go // ERROR "syntax error: unexpected go, expected expression" "expression in defer must be function call"
	return return // ERROR "syntax error: unexpected return, expected expression" "expression in go must be function call"
}
