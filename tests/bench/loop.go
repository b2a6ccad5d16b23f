package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	sum := 0
	for i := 0; i < 10000000; i++ {
		sum += i
	}
	fmt.Println(int64(time.Since(start)), sum)
}
