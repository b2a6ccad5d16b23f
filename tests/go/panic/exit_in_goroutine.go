package main

import "os"

func main() {
	go func() { os.Exit(7) }()
	select {}
}

// Exit: 7
