package main

var a = b // ERROR "initialization (loop|cycle) for a\n[\s\S]*b[\s\S]*c[\s\S]*f[\s\S]*a"
var b = c + 1
var c = f()

func f() int { return a }

var x int = x // ERROR "(initialization loop for x|initialization cycle: x refers to itself)[\s\S]*"

var ok = func() int { return later }()
var later = 1

func main() {}
