// A strings.Builder has no lock of its own.
package main

import (
	"fmt"
	"strings"
)

func main() {
	var b strings.Builder
	done := make(chan bool)
	go func() {
		b.WriteString("a") // RACE
		done <- true
	}()
	b.WriteString("b") // RACE
	<-done
	fmt.Println(b.Len() > 0)
}
