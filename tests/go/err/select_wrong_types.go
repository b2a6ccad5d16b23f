package main

func main() {
	c := make(chan int)
	var s string
	select {
	case c <- "a": // ERROR `cannot use "a" \(untyped string constant\) as int value in send`
	case s = <-c: // ERROR "cannot use <-c \(comma, ok expression of type int\) as string value in assignment"
	case y := <-c: // ERROR "declared and not used: y"
	case v, ok := <-c: // ERROR "declared and not used: ok"
		_ = v
	case <-s: // ERROR "invalid operation: cannot receive from non-channel s \(variable of type string\)"
	}
	for {
		select {
		case <-c:
			continue
		}
	}
}
