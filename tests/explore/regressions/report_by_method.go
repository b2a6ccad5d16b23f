// Who calls a method of an interface may do what one of that name does: here with a variable that the
// caller does not name.
package main

var reports = make(chan int, 1)

type reporter interface{ report() }

type toChannel struct{}

func (toChannel) report() { reports <- 1 }

func main() {
	table := map[any]int{}
	go func(r reporter) {
		if table[1] != 0 { // may be anything: nobody goes alone before it
			return
		}
		r.report()
	}(toChannel{})
	select {
	case <-reports:
		<-make(chan int)
	default:
	}
}
