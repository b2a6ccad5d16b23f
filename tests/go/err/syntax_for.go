package main

func main() {
	for i := 0; i < 10 { // ERROR "syntax error: unexpected \{, expected semicolon or newline"
	} // ERROR "syntax error: unexpected \}, expected expression"
	while true { // ERROR "syntax error: unexpected true at end of statement"
	}
} // ERROR "syntax error: non-declaration statement outside function body"
