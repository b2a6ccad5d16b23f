package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

func main() {
	fmt.Printline("x") // ERROR "undefined: fmt\.Printline.*"
	fmt.println("x")   // ERROR "(((undefined: fmt\.println|name println not exported by package fmt)|name println not exported by package fmt)|name println not exported by package fmt)"
	var m sync.Mutexx  // ERROR "undefined: sync\.Mutexx.*"
	_ = m
	time.Sleep(10 * time.Milliseconds) // ERROR "undefined: time\.Milliseconds.*"
	_ = strings.builder{}              // ERROR "(((undefined: strings\.builder|name builder not exported by package strings)|name builder not exported by package strings)|name builder not exported by package strings)"
}
