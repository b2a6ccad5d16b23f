// Who calls a function value may do what that does: here with a variable that it does not name.
package main

var reports = make(chan int, 1)

func report() { reports <- 1 }

func main() {
	table := map[any]int{}
	go func(f func()) {
		if table[1] != 0 { // may be anything: nobody goes alone before it
			return
		}
		f()
	}(report)
	select {
	case <-reports:
		<-make(chan int)
	default:
	}
}
