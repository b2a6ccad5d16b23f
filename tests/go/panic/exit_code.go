package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never")
	fmt.Println("out")
	os.Exit(3)
}

// Exit: 3
// Output:
// out
