// bytes, bufio and io over memory: buffers, scanners, readers, writers, pipes.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	fmt.Printf("%q %q %q\n", bytes.Split([]byte("a,b,c"), []byte(",")), bytes.Fields([]byte(" x  y ")), bytes.TrimSpace([]byte(" t ")))
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Compare([]byte("a"), []byte("b")), bytes.Index([]byte("hello"), []byte("l")), bytes.IndexByte([]byte("abc"), 'c'), bytes.Contains([]byte("abc"), []byte("bc")))
	fmt.Printf("%s %s %s %s\n", bytes.ToUpper([]byte("up")), bytes.Repeat([]byte("ab"), 3), bytes.Join([][]byte{{'x'}, {'y'}}, []byte("--")), bytes.ReplaceAll([]byte("aXa"), []byte("a"), []byte("b")))

	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.WriteByte('w')
	buf.Write([]byte("orld"))
	fmt.Fprintf(&buf, " %d", 42)
	fmt.Println(buf.String(), buf.Len())
	line, err := buf.ReadString(' ')
	fmt.Printf("%q %v\n", line, err)
	p := make([]byte, 3)
	n, err := buf.Read(p)
	fmt.Println(n, err, string(p[:n]), buf.UnreadByte(), buf.String())
	rest, err := buf.ReadBytes('!')
	fmt.Printf("%q %v %v\n", rest, err, buf.UnreadByte())
	_, err = buf.Read(p)
	fmt.Println(err == io.EOF, bytes.NewBufferString("x").String())

	scanner := bufio.NewScanner(strings.NewReader("one two\nthree\r\n\nfour"))
	for scanner.Scan() {
		fmt.Printf("%q ", scanner.Text())
	}
	fmt.Println(scanner.Err())
	scanner = bufio.NewScanner(strings.NewReader(" one  two\nthree "))
	scanner.Split(bufio.ScanWords)
	for scanner.Scan() {
		fmt.Printf("%q ", scanner.Text())
	}
	fmt.Println()
	scanner = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	fmt.Println(scanner.Scan(), scanner.Err())

	reader := bufio.NewReader(strings.NewReader("first\nsecond"))
	peeked, _ := reader.Peek(3)
	text, err := reader.ReadString('\n')
	fmt.Printf("%s %q %v\n", peeked, text, err)
	r, size, _ := reader.ReadRune()
	text, err = reader.ReadString('\n')
	fmt.Printf("%c %d %q %v\n", r, size, text, err)

	writer := bufio.NewWriter(os.Stdout)
	fmt.Fprint(writer, "buffered ")
	fmt.Print("direct ")
	fmt.Fprintln(writer, writer.Buffered())
	writer.Flush()

	n64, err := io.Copy(io.Discard, strings.NewReader("0123456789"))
	fmt.Println(n64, err)
	all, err := io.ReadAll(io.LimitReader(strings.NewReader("0123456789"), 4))
	fmt.Println(string(all), err)
	_, err = io.ReadFull(strings.NewReader("ab"), p)
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	var a, b strings.Builder
	io.WriteString(io.MultiWriter(&a, &b), "both")
	all, _ = io.ReadAll(io.TeeReader(io.MultiReader(strings.NewReader("x"), strings.NewReader("y")), &a))
	fmt.Println(a.String(), b.String(), string(all))

	pr, pw := io.Pipe()
	go func() {
		for i := 0; i < 3; i++ {
			fmt.Fprintf(pw, "line %d\n", i)
		}
		pw.CloseWithError(errors.New("writer is done"))
	}()
	piped := bufio.NewScanner(pr)
	for piped.Scan() {
		fmt.Println(piped.Text())
	}
	fmt.Println(piped.Err())
	_, err = pw.Write([]byte("x"))
	fmt.Println(err)
	fmt.Fprintln(os.Stderr, "to standard error")
	n, err = os.Stdout.WriteString("to standard output\n")
	fmt.Println(n, err, os.Getenv("NO_SUCH_VARIABLE") == "", len(os.Args))
}

// Output:
// ["a" "b" "c"] ["x" "y"] "t"
// true -1 2 2 true
// UP ababab x--y bXb
// hello world 42 14
// "hello " <nil>
// 3 <nil> wor <nil> rld 42
// "rld 42" EOF <nil>
// false x
// "one two" "three" "" "four" <nil>
// "one" "two" "three"
// false bufio.Scanner: token too long
// fir "first\n" <nil>
// s 1 "econd" EOF
// direct buffered 9
// 10 <nil>
// 0123 <nil>
// unexpected EOF true
// bothxy both xy
// line 0
// line 1
// line 2
// writer is done
// io: read/write on closed pipe
// to standard output
// 19 <nil> true 1
