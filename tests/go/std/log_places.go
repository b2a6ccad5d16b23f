// log: Lshortfile names the line that called the logger, at whatever depth; Output counts calls.
package main

import (
	"fmt"
	"log"
	"os"
)

func helper(l *log.Logger, text string) { l.Output(2, text) }

func recovered(f func()) {
	defer func() { fmt.Print(recover(), "\n") }()
	f()
}

func main() {
	l := log.New(os.Stdout, "app: ", log.Lshortfile)
	l.Print("printed")
	l.Println("a", 1)
	l.Printf("%d", 2)
	l.Output(1, "here")
	helper(l, "whoever called")
	l.Output(9, "nobody")
	l.SetFlags(log.Lshortfile | log.Lmsgprefix)
	func() { l.Print("in a literal") }()
	defer l.Print("deferred")
	log.SetFlags(log.Lshortfile)
	log.SetOutput(os.Stdout)
	log.Print("standard")
	log.Printf("%s", "standard")
	log.Output(1, "standard")
	recovered(func() { log.Panic("panic") })
	recovered(func() { log.Panicf("%d", 1) })
	recovered(func() { l.Panicln("panic", 2) })
	done := make(chan bool)
	go func() {
		defer close(done)
		log.Println("goroutine")
	}()
	<-done
	l.Fatal("fatal")
}

// Exit: 1
// Output:
// app: log_places.go:19: printed
// app: log_places.go:20: a 1
// app: log_places.go:21: 2
// app: log_places.go:22: here
// app: log_places.go:23: whoever called
// app: ???:0: nobody
// log_places.go:26: app: in a literal
// log_places.go:30: standard
// log_places.go:31: standard
// log_places.go:32: standard
// log_places.go:33: panic
// panic
// log_places.go:34: 1
// 1
// log_places.go:35: app: panic 2
// panic 2
//
// log_places.go:39: goroutine
// log_places.go:42: app: fatal
