// bufio: how strings reach the writer below; strconv: the quoted string at the front.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"strconv"
)

type plain struct{ full int }

func (p *plain) Write(b []byte) (int, error) {
	fmt.Printf("write %q\n", b)
	if p.full--; p.full < 0 {
		return len(b) / 2, errors.New("disk full")
	}
	return len(b), nil
}

type stringy struct{ plain }

func (s *stringy) WriteString(t string) (int, error) {
	fmt.Printf("string %q\n", t)
	return len(t), nil
}

func main() {
	w := bufio.NewWriterSize(&plain{3}, 4)
	for _, s := range []string{"ab", "cdefghij", "", "klmnopqrs", "t", "uvwxyz"} {
		n, err := w.WriteString(s)
		fmt.Println(n, err, w.Buffered(), w.Available())
	}
	fmt.Println(w.Flush())
	w = bufio.NewWriterSize(&stringy{plain{9}}, 4)
	for _, s := range []string{"abcdefgh", "i", "jklmnopqrs"} {
		n, err := w.WriteString(s)
		fmt.Println(n, err, w.Buffered())
	}
	w.Flush()
	b := w.AvailableBuffer()
	w.Write(strconv.AppendInt(b, 123, 10))
	fmt.Println(w.Flush(), len(b), cap(b))
	for _, s := range []string{`"abc" rest`, "`a\\`b`", `'x''`, `'xy'`, `abc`, `"abc`, "\"a\nb\"", "", `"\""q`, `"\q"`, `""`, "`a\nb`c"} {
		p, err := strconv.QuotedPrefix(s)
		fmt.Printf("%q %v\n", p, err)
	}
	fmt.Printf("%s %s\n", strconv.AppendQuoteToGraphic(nil, "\u3000\u00a0\a"), strconv.AppendQuoteRuneToGraphic(nil, '\u3000'))
}

// Output:
// 2 <nil> 2 2
// write "abcd"
// write "efgh"
// 8 <nil> 2 2
// 0 <nil> 2 2
// write "ijkl"
// write "mnop"
// 6 disk full 2 2
// 0 disk full 2 2
// 0 disk full 2 2
// disk full
// string "abcdefgh"
// 8 <nil> 0
// 1 <nil> 1
// write "ijkl"
// string "mnopqrs"
// 10 <nil> 0
// write "123"
// <nil> 0 4
// "\"abc\"" <nil>
// "`a\\`" <nil>
// "'x'" <nil>
// "" invalid syntax
// "" invalid syntax
// "" invalid syntax
// "" invalid syntax
// "" invalid syntax
// "\"\\\"\"" <nil>
// "" invalid syntax
// "\"\"" <nil>
// "`a\nb`" <nil>
// "　 \a" '　'
