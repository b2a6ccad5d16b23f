package main

//gopark:refused package nosuchpackage is not in

import (
	"fmt"
	"nosuchpackage"
)

func main() { fmt.Println(nosuchpackage.X) }
