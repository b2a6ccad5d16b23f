//gopark:first-error

package main

func main() {
	x := 1 # 2 // ERROR "invalid character U\+0023 '#'"
	y := 3 @ 4
	z := $5
}
