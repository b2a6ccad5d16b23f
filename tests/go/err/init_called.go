package main

func init() {}

func main() {
	init()    // ERROR "undefined: init"
	f := init // ERROR "undefined: init"
	_ = f
	main()
}
