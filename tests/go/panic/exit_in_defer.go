package main

import "os"

func main() {
	defer os.Exit(4)
	panic("not printed, the exit comes first")
}

// Exit: 4
