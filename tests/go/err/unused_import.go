package main

import (
	"errors" // ERROR `"errors" imported and not used`
	"fmt"
	"math/rand"   // ERROR `"math/rand" imported and not used`
	str "strings" // ERROR `"strings" imported as str and not used`
	_ "sync"
)

func main() {
	fmt.Println("x")
}
