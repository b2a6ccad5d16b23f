//gopark:first-error

package main

func main() {
	for i := 0; i < 10 { // ERROR "syntax error: (unexpected \{, expected semicolon or newline|expected for loop condition)"
	}
	while true {
	}
}
