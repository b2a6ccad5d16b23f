package main

import "fmt"

var shared chan int
var x int

func change() int {
	close(shared)
	shared = nil
	x = 7
	return 0
}

func forget() int {
	shared, x = nil, 7
	return 0
}

type holder struct{ c chan int }

func never() chan int {
	fmt.Println("called after the panic")
	return nil
}

func main() {
	var none chan int

	// The channel of the first case is read before change() is called.
	shared = make(chan int)
	select {
	case v, ok := <-shared:
		fmt.Println(v, ok)
	case none <- change():
	}

	// So are the channel and the value of a send.
	first := make(chan int, 1)
	shared, x = first, 42
	select {
	case shared <- x:
	case none <- forget():
	}
	fmt.Println(<-first)

	// Local variables too.
	local := make(chan int, 1)
	kept, y := local, 1
	set := func() chan int { local, y = nil, 2; return nil }
	select {
	case local <- y:
	case <-set():
	}
	fmt.Println(<-kept, y)

	// An operand that panics keeps the later ones from being evaluated.
	defer func() { fmt.Println("recovered:", recover()) }()
	var h *holder
	select {
	case <-h.c:
	case <-never():
	}
}

// Output:
// 0 false
// 42
// 1 2
// recovered: runtime error: invalid memory address or nil pointer dereference
