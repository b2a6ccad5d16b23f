//gopark:first-error

package main

func main() {
	x := `abc // ERROR "string not terminated"
}
