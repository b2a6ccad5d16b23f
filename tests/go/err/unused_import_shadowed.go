package main

import "fmt"  // ERROR `"fmt" imported and not used`
import "time" // ERROR `"time" imported and not used`

func main() {
	time := 5
	_ = time
	fmt := "shadow"
	_ = fmt
}
