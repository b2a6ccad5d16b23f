package main

type A struct{ b B } // ERROR "invalid recursive type A\n[\s\S]*A refers to[\s\S]*B refers to[\s\S]*"
type B struct{ a A }
type C [2]C        // ERROR "invalid recursive type(: C refers to itself| C\n[\s\S]*)"
type D struct{ D } // ERROR "invalid recursive type(: D refers to itself| D\n[\s\S]*)"
type E struct{ e *E }
type F []F
type G func(G) G
type H map[string]H
type I interface{ I }   // ERROR "invalid recursive type(: I refers to itself| I\n[\s\S]*)"
type J J                // ERROR "invalid recursive type(: J refers to itself| J\n[\s\S]*)"
type K struct{ k [3]K } // ERROR "invalid recursive type(: K refers to itself| K\n[\s\S]*)"

func main() {}
