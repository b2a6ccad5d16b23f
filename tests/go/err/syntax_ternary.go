//gopark:first-error

package main

func main() {
	x := true ? 1 : 2 // ERROR "invalid character U\+003F '\?'"
	_ = x
}
