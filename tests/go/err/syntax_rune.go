package main

func main() {
	a := 'ab' // ERROR "more than one character in rune literal"
	b := '' // ERROR "empty rune literal or unescaped '"
	c := '\q' // ERROR "unknown escape"
	d := "\z" // ERROR "unknown escape"
	e := 'a // ERROR "newline in rune literal"
}
