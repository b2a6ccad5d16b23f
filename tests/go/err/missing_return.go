package main

func a() int {
} // ERROR "missing return"

func b(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR "missing return"

func c(x int) int {
	for x < 10 {
		return x
	}
} // ERROR "missing return"

func d(x int) (n int) {
	switch x {
	case 1:
		return 1
	}
} // ERROR "missing return"

func e(x int) int {
	for {
		if x > 0 {
			break
		}
	}
} // ERROR "missing return"

func f() func() int {
	return func() int {
	} // ERROR "missing return"
}

func g(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic("fine")
	}
}

func h() int {
	for {
	}
}

func i(c chan int) int {
	select {
	case v := <-c:
		return v
	}
}

func j(c chan int) int {
	select {
	case <-c:
	}
} // ERROR "missing return"

func k(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return 2
	} else {
		panic("fine")
	}
}

func l() int {
L:
	for {
		break L
	}
} // ERROR "missing return"

func main() {}
