package main

import (
	"fmt"
	"time"
)

type Conn struct {
	requests chan string
	replies  chan string
	closed   chan struct{}
}

func Dial() *Conn {
	conn := &Conn{make(chan string), make(chan string), make(chan struct{})}
	go conn.read()
	return conn
}

func (conn *Conn) read() {
	for {
		select {
		case request := <-conn.requests:
			conn.replies <- "reply to " + request
		case <-conn.closed:
			return
		}
	}
}

func (conn *Conn) Call(request string) string {
	conn.requests <- request
	return <-conn.replies
}

func (conn *Conn) Close() {
	close(conn.closed)
}

func Example() {
	conn := Dial()
	defer conn.Close()
	fmt.Println(conn.Call("hello"))
}

func main() {
	Example()
	time.Sleep(10 * time.Millisecond)
}
