package main

type A struct{ b B } // ERROR "invalid recursive type A\n\t\S+:3:6: A refers to\n\t\S+:4:6: B refers to\n\t\S+:3:6: A"
type B struct{ a A }
type C [2]C // ERROR "invalid recursive type C\n\t\S+:5:6: C refers to\n\t\S+:5:6: C"
type D struct{ D } // ERROR "invalid recursive type D\n\t\S+:6:6: D refers to\n\t\S+:6:6: D"
type E struct{ e *E }
type F []F
type G func(G) G
type H map[string]H
type I interface{ I } // ERROR "invalid recursive type I\n\t\S+:11:6: I refers to\n\t\S+:11:6: I"
type J J // ERROR "invalid recursive type J\n\t\S+:12:6: J refers to\n\t\S+:12:6: J"
type K struct{ k [3]K } // ERROR "invalid recursive type K\n\t\S+:13:6: K refers to\n\t\S+:13:6: K"

func main() {}
