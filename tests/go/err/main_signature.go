package main

func main(args []string) int { return 0 } // ERROR "func main must have no arguments and no return values"

func init(x int) {} // ERROR "func init must have no arguments and no return values"
