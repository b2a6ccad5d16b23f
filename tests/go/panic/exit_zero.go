package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never")
	fmt.Println("out")
	os.Exit(0)
}

// Output:
// out
