package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	start := time.Now()
	for i := 0; i < 1000000; i++ {
		go func() {}()
		runtime.Gosched()
	}
	fmt.Println(int64(time.Since(start)))
}
