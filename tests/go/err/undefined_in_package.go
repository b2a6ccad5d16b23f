package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

func main() {
	fmt.Printline("x") // ERROR "undefined: fmt\.Printline( \(the simulator has only a part of package fmt\))?"
	fmt.println("x")   // ERROR "(((undefined: fmt\.println|name println not exported by package fmt)|name println not exported by package fmt)|name println not exported by package fmt)"
	var m sync.Mutexx  // ERROR "undefined: sync\.Mutexx( \(the simulator has only a part of package sync\))?"
	_ = m
	time.Sleep(10 * time.Milliseconds) // ERROR "undefined: time\.Milliseconds( \(the simulator has only a part of package time\))?"
	_ = strings.builder{}              // ERROR "(((undefined: strings\.builder|name builder not exported by package strings)|name builder not exported by package strings)|name builder not exported by package strings)"
}
