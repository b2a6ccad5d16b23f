//gopark:refused function main is undeclared in the main package

package main

func helper() {}
