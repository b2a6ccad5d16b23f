package main

type T struct{ n int }

func (t *T) Set(n int) { t.n = n }

func main() {
	var p *T
	p.Set(1)
}

// Exit: 2
// Stderr: panic: runtime error: invalid memory address or nil pointer dereference
