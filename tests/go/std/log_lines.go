// log: prefixes and flags, panics; a fatal line ends the program with code 1.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	l := log.New(os.Stdout, "app: ", 0)
	l.Println("one", 2)
	l.Printf("no newline %d", 3)
	l.Print("a", "b", 1, 2, "\n")
	l.SetFlags(log.Lmsgprefix)
	l.SetPrefix("[x] ")
	l.Print("message prefix")
	fmt.Println(l.Prefix(), l.Flags())

	var buf bytes.Buffer
	log.SetOutput(&buf)
	log.Println("stamped")
	stamp := buf.String()
	fmt.Println(len(stamp), stamp[4:5], stamp[10:11], stamp[13:14], stamp[20:])
	log.SetFlags(log.Ltime | log.Lmicroseconds)
	buf.Reset()
	log.Print("micro")
	fmt.Println(len(buf.String()))
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		log.Panicf("p%d", 1)
	}()
	defer fmt.Println("deferred calls do not run")
	log.Fatalln("the", "end")
}

// Exit: 1
// Output:
// app: one 2
// app: no newline 3
// app: ab1 2
// [x] message prefix
// [x]  64
// 28 /   : stamped
//
// 22
// p1
// panic: p1
// the end
