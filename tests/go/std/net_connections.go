// The network inside the run: connections, deadlines, a peer that never answers.
package main

//gopark:differs real Go would ask the network

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

func echo(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			fmt.Println("accept:", errors.Is(err, net.ErrClosed))
			return
		}
		go func() {
			defer conn.Close()
			io.Copy(conn, conn)
		}()
	}
}

func main() {
	l, err := net.Listen("tcp", "localhost:8080")
	fmt.Println(l.Addr(), err)
	_, err = net.Listen("tcp", ":8080")
	fmt.Println(err)
	go echo(l)
	conn, err := net.Dial("tcp", "127.0.0.1:8080")
	fmt.Println(conn.RemoteAddr(), err)
	fmt.Fprintf(conn, "hello\nworld\n")
	r := bufio.NewReader(conn)
	line, err := r.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	conn.(*net.TCPConn).CloseWrite()
	rest, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", rest, err)
	conn.Close()
	fmt.Println(conn.Close())

	silent, err := net.Dial("tcp", "example.com:80")
	fmt.Println(err)
	silent.SetReadDeadline(time.Now().Add(time.Second))
	_, err = silent.Read(make([]byte, 1))
	var timeout net.Error
	fmt.Println(errors.As(err, &timeout), timeout.Timeout(), errors.Is(err, os.ErrDeadlineExceeded))
	silent.SetReadDeadline(time.Time{})
	time.AfterFunc(time.Second, func() { silent.Close() })
	_, err = silent.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, net.ErrClosed))

	_, err = net.Dial("tcp", "localhost:1")
	fmt.Println(err)
	l.Close()
	time.Sleep(time.Second)
}

// Output:
// 127.0.0.1:8080 <nil>
// listen tcp 127.0.0.1:8080: bind: address already in use
// 127.0.0.1:8080 <nil>
// "hello\n" <nil>
// "world\n" <nil>
// close tcp 127.0.0.1:32769->127.0.0.1:8080: use of closed network connection
// <nil>
// true true true
// true
// dial tcp 127.0.0.1:1: connect: connection refused
// accept: true
