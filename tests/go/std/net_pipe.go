// net.Pipe: writes that wait for their reader, deadlines that pass, are moved and taken away, and ends.
package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

func show(n int, err error) {
	var timeout net.Error
	fmt.Println(n, err, errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout(), err == io.EOF)
}

func main() {
	a, b := net.Pipe()
	done := make(chan bool)
	go func() {
		defer close(done)
		show(a.Write([]byte("hello")))
		show(a.Write(nil))
	}()
	buf := make([]byte, 3)
	for i := 0; i < 3; i++ {
		n, err := b.Read(buf)
		fmt.Printf("%q %v\n", buf[:n], err)
	}
	<-done

	// One that is waiting already sees the deadline.
	go func() {
		time.Sleep(10 * time.Millisecond)
		b.SetReadDeadline(time.Now())
	}()
	show(b.Read(buf))
	show(b.Read(buf))
	b.SetReadDeadline(time.Now().Add(50 * time.Millisecond))
	go func() {
		time.Sleep(10 * time.Millisecond)
		b.SetReadDeadline(time.Time{})
		time.Sleep(60 * time.Millisecond)
		show(a.Write([]byte("late")))
	}()
	show(io.ReadFull(b, make([]byte, 4)))
	a.SetWriteDeadline(time.Now().Add(10 * time.Millisecond))
	show(a.Write([]byte("nobody")))
	a.SetDeadline(time.Unix(1, 0))
	show(a.Read(buf))
	a.SetDeadline(time.Now().Add(time.Hour))

	time.AfterFunc(10*time.Millisecond, func() { b.Close() })
	show(a.Read(buf))
	show(a.Write([]byte("x")))
	show(b.Read(buf))
	fmt.Println(a.SetDeadline(time.Time{}), b.Close(), a.Close(), a.LocalAddr(), b.RemoteAddr().Network())
}

// Output:
// "hel" <nil>
// "lo" <nil>
// 5 <nil> false false false
// "" <nil>
// 0 <nil> false false false
// 0 read pipe: i/o timeout true true false
// 0 read pipe: i/o timeout true true false
// 4 <nil> false false false
// 4 <nil> false false false
// 0 write pipe: i/o timeout true true false
// 0 read pipe: i/o timeout true true false
// 0 EOF false false true
// 0 io: read/write on closed pipe false false false
// 0 io: read/write on closed pipe false false false
// io: read/write on closed pipe <nil> <nil> pipe pipe
