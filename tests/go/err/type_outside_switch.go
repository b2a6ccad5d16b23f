package main

func main() {
	var i interface{}
	_ = i
	_ = i.(type) // ERROR "(invalid AST: |invalid syntax tree: |syntax error: )?use of \.\(type\) outside type switch"
}
