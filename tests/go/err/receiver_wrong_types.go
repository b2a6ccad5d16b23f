package main

import "sync"

type T struct{}
type I interface{ M() }
type P *T

func (i I) Bad()        {} // ERROR "invalid receiver type I \(pointer or interface type\)"
func (p P) Bad()        {} // ERROR "invalid receiver type P \(pointer or interface type\)"
func (p **T) Bad()      {} // ERROR "invalid receiver type \*\*T"
func (n int) Bad()      {} // ERROR "cannot define new methods on non-local type int"
func (s []int) Bad()    {} // ERROR "invalid receiver type \[\]int"
func (u Undefined) F()  {} // ERROR "undefined: Undefined"
func (m sync.Mutex) F() {} // ERROR "cannot define new methods on non-local type sync\.Mutex"
func (s *string) G()    {} // ERROR "cannot define new methods on non-local type string"

func main() {}
