package main

type I interface{ M() }

func main() {
	var i I
	i.M()
}

// Exit: 2
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
