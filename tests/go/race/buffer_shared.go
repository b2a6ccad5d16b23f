// Nor has a bytes.Buffer a lock, whoever writes into it.
package main

import (
	"bytes"
	"fmt"
)

func main() {
	var b bytes.Buffer
	done := make(chan bool)
	go func() {
		fmt.Fprintf(&b, "%d", 1) // RACE
		done <- true
	}()
	_ = b.String() // RACE
	<-done
	fmt.Println(b.Len())
}
