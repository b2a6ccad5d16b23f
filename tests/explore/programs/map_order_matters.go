// BUG main panic running
package main

// Which key a range meets first is open, also between two operations.
func main() {
	owners := map[string]int{"a": 1, "b": 2}
	ready := make(chan bool)
	go func() { ready <- true }()
	<-ready
	for name := range owners {
		if name == "b" {
			panic("b came first")
		}
		break
	}
}
