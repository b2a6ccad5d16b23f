package main

type I interface{ M() }
type T struct{}

func main() {
	var x interface{} = T{}
	x.(I).M()
}

// Exit: 2
// Stderr: panic: interface conversion: main.T is not main.I: missing method M
// Stderr:
// Stderr: goroutine 1 [running]:
