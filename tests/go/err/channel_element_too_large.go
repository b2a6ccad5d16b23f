package main

type large [1 << 17]byte

var c chan [2 << 16]byte // ERROR "channel element type too large \(>64kB\)"
var d chan large // ERROR "channel element type too large \(>64kB\)"
var e chan *large
var f chan [65535]byte

func main() {
	g := make(chan struct{ v [65536]byte }) // ERROR "channel element type too large \(>64kB\)"
	close(g)
}
