package main

var a = b // ERROR "initialization loop for a\n\t\S+:3:5: a refers to\n\t\S+:4:5: b refers to\n\t\S+:5:5: c refers to\n\t\S+:7:6: f refers to\n\t\S+:3:5: a"
var b = c + 1
var c = f()

func f() int { return a }

var x int = x // ERROR "initialization loop for x\n\t\S+:9:5: x refers to\n\t\S+:9:5: x"

var ok = func() int { return later }()
var later = 1

func main() {}
