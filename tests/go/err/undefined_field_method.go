package main

import "fmt"

type T struct {
	Name string
	age  int
}

func (t *T) Inc() {}

type I interface{ M() }

func main() {
	t := T{}
	fmt.Println(t.name, t.Age, t.missing) // ERROR "t\.name undefined \(type T has no field or method name, but does have (method |field )?Name\)" "t\.Age undefined \(type T has no field or method Age, but does have (method |field )?age\)" "t\.missing undefined \(type T has no field or method missing\)"
	t.inc()                               // ERROR "t\.inc undefined \(type T has no field or method inc, but does have (method |field )?Inc\)"
	t.Nothing()                           // ERROR "t\.Nothing undefined \(type T has no field or method Nothing\)"
	var i I
	i.N() // ERROR "i\.N undefined \(type I has no field or method N\)"
	p := &t
	pp := &p
	fmt.Println(p.none, pp.Name) // ERROR "p\.none undefined \(type \*T has no field or method none\)" "pp\.Name undefined \(type \*\*T has no field or method Name\)"
	n := 5
	n.foo()   // ERROR "n\.foo undefined \(type int has no field or method foo\)"
	n.bar = 1 // ERROR "n\.bar undefined \(type int has no field or method bar\)"
	var s []int
	s.append(1) // ERROR "s\.append undefined \(type \[\]int has no field or method append\)"
	c := make(chan int)
	c.close()        // ERROR "c\.close undefined \(type chan int has no field or method close\)"
	fmt.Println(i.x) // ERROR "i\.x undefined \(type I has no field or method x\)"
}
