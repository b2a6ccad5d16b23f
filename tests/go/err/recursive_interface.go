package main

//gopark:go1.22

type shape interface {
	Part() interface{ shape } // ERROR "invalid recursive type: anonymous interface refers to itself \(see https://go\.dev/issue/56103\)"
}

type fine interface {
	Part() fine
}

func main() {}
