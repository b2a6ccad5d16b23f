package main

func helper() {}

// Exit: -1
// Stderr: # command-line-arguments
// Stderr: runtime.main_main·f: function main is undeclared in the main package
