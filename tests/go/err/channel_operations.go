package main

func f(r <-chan int, s chan<- int, c chan int) {
	r <- 1   // ERROR "invalid operation: cannot send to receive-only channel r \(variable of type <-chan int\)"
	<-s      // ERROR "invalid operation: cannot receive from send-only channel s \(variable of type chan<- int\)"
	v := <-s // ERROR "invalid operation: cannot receive from send-only channel s \(variable of type chan<- int\)"
	_ = v
	close(r) // ERROR "invalid operation: cannot close receive-only channel r \(variable of type <-chan int\)"
	close(s)
	for x := range s { // ERROR "cannot range over s \(variable of type chan<- int\): receive from send-only channel"
		_ = x
	}
	for a, b := range c { // ERROR "range over c \(variable of type chan int\) permits only one iteration variable"
		_, _ = a, b
	}
	c <- "a"             // ERROR `cannot use "a" \(untyped string constant\) as int value in send`
	var str string = <-c // ERROR "cannot use <-c \(comma, ok expression of type int\) as string value in variable declaration"
	_ = str
	r = c
	s = c
	c = r    // ERROR "cannot use r \(variable of type <-chan int\) as chan int value in assignment"
	c = s    // ERROR "cannot use s \(variable of type chan<- int\) as chan int value in assignment"
	r = s    // ERROR "cannot use s \(variable of type chan<- int\) as <-chan int value in assignment"
	close(5) // ERROR "invalid operation: cannot close non-channel 5 \(untyped int constant\)"
	close()  // ERROR "invalid operation: not enough arguments for close\(\) \(expected 1, found 0\)"
	select {
	case r <- 1: // ERROR "invalid operation: cannot send to receive-only channel r \(variable of type <-chan int\)"
	case <-s: // ERROR "invalid operation: cannot receive from send-only channel s \(variable of type chan<- int\)"
	case v := <-c:
		_ = v
	}
	<-5    // ERROR "invalid operation: cannot receive from non-channel 5 \(untyped int constant\)"
	5 <- 1 // ERROR "invalid operation: cannot send to non-channel 5 \(untyped int constant\)"
	var q chan string
	q = c                    // ERROR "cannot use c \(variable of type chan int\) as chan string value in assignment"
	len(c)                   // ERROR "len\(c\) \(value of type int\) is not used"
	go close(c, c)           // ERROR "invalid operation: too many arguments for close\(c, c\) \(expected 1, found 2\)"
	_ = make(chan int, "a")  // ERROR `cannot convert "a" \(untyped string constant\) to (type )?int`
	_ = make(chan int, 1, 2) // ERROR "invalid operation: make\(chan int, 1, 2\) expects 1 or 2 arguments; found 3"
	_ = make(chan int, -1)   // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
}

func main() {}
