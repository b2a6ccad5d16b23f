package main

func main() {
	x := true ? 1 : 2 // ERROR "invalid character U\+003F '\?'" "syntax error: unexpected literal 1 at end of statement"
	_ = x
}
