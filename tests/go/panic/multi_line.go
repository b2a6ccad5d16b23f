package main

func main() { panic("first line\nsecond line") }

// Exit: 2
// Stderr: panic: first line
