//gopark:first-error

package main

func main() {
	defer
	go // ERROR "syntax error: unexpected keyword go, expected expression"
	return return
}
