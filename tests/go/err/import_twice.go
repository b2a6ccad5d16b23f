package main

import "fmt"
import "fmt" // ERROR "fmt redeclared in this block\n\t\S+:3:8: other declaration of fmt" `"fmt" imported and not used`

func main() { fmt.Println() }
