// range over a string gives byte positions and runes; bad UTF-8 gives U+FFFD, one byte wide.
package main

import "fmt"

func main() {
	for i, r := range "aé世😀" {
		fmt.Println(i, r, string(r))
	}
	for i := range "é!" {
		fmt.Print(i, " ")
	}
	fmt.Println()
	n := 0
	for range "世界" {
		n++
	}
	fmt.Println(n)
	for i, r := range "a\xffb\xc3" {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println()
	for i, r := range "\xed\xa0\x80|\xf4\x90\x80\x80|\xc0\xaf" {
		fmt.Printf("%d:%x ", i, r)
	}
	fmt.Println()
	for range "" {
		fmt.Println("never")
	}
	s := "abc"
	for i, r := range s {
		s = "changed"
		fmt.Print(i, string(r), " ")
	}
	fmt.Println(s)
}

// Output:
// 0 97 a
// 1 233 é
// 3 19990 世
// 6 128512 😀
// 0 2
// 2
// 0:U+0061 1:U+FFFD 2:U+0062 3:U+FFFD
// 0:fffd 1:fffd 2:fffd 3:7c 4:fffd 5:fffd 6:fffd 7:fffd 8:7c 9:fffd 10:fffd
// 0a 1b 2c changed
