package main

import (
	"fmt"
	"nosuchpackage" // ERROR "package nosuchpackage is not in GOROOT \(/usr/lib/go-1\.19/src/nosuchpackage\)"
)

func main() { fmt.Println(nosuchpackage.X) }
