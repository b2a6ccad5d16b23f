// Readers over memory that seek; paths and HTML.
package main

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"path"
	"strings"
)

func main() {
	for _, r := range []io.ReadSeeker{bytes.NewReader([]byte("0123456789")), strings.NewReader("0123456789"),
		io.NewSectionReader(strings.NewReader("abc0123456789def"), 3, 10)} {
		b := make([]byte, 3)
		n, err := io.ReadFull(r, b)
		fmt.Println(n, err, string(b))
		fmt.Println(r.Seek(-2, io.SeekEnd))
		n, err = r.Read(b)
		fmt.Println(n, err, string(b[:n]))
		fmt.Println(r.Seek(-20, io.SeekCurrent))
		fmt.Println(r.Seek(1, io.SeekStart))
		rest, err := io.ReadAll(r)
		fmt.Println(string(rest), err)
		at := r.(io.ReaderAt)
		n, err = at.ReadAt(b, 8)
		fmt.Println(n, err, string(b[:n]))
		_, err = at.ReadAt(b, 10)
		fmt.Println(err)
	}
	for _, p := range []string{"", ".", "/", "a/b/../c", "/../a", "../../a", "a//b/./c/", "a/..", "/a/b.tar.gz"} {
		dir, file := path.Split(p)
		fmt.Printf("%q %q %q %q %q %q %v\n", path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), dir, file, path.IsAbs(p))
	}
	fmt.Println(path.Join("a", "", "../b", "/c"), path.Join(), path.Join("", ""))
	for _, m := range [][2]string{{"a*c", "abbc"}, {"*.go", "x.go"}, {"*.go", "d/x.go"}, {"[a-c]?z", "bxz"}, {"[^a]b", "ab"}, {"\\*", "*"}, {"[", "a"}, {"a[", "x"}, {"**x", "ax"}, {"a?", "a"}, {"[]a]", "]"}, {"[a-]", "a"}} {
		fmt.Println(path.Match(m[0], m[1]))
	}
	fmt.Println(html.EscapeString(`<a href="x">'&'</a>`), html.UnescapeString("&lt;b&gt; &amp;amp; &#39;&#x41;&quot; &unknown; &"))
}

// Output:
// 3 <nil> 012
// 8 <nil>
// 2 <nil> 89
// 0 bytes.Reader.Seek: negative position
// 1 <nil>
// 123456789 <nil>
// 2 EOF 89
// EOF
// 3 <nil> 012
// 8 <nil>
// 2 <nil> 89
// 0 strings.Reader.Seek: negative position
// 1 <nil>
// 123456789 <nil>
// 2 EOF 89
// EOF
// 3 <nil> 012
// 8 <nil>
// 2 <nil> 89
// 0 Seek: invalid offset
// 1 <nil>
// 123456789 <nil>
// 2 EOF 89
// EOF
// "." "." "." "" "" "" false
// "." "." "." "." "" "." false
// "/" "/" "/" "" "/" "" true
// "a/c" "c" "a" "" "a/b/../" "c" false
// "/a" "a" "/" "" "/../" "a" true
// "../../a" "a" "../.." "" "../../" "a" false
// "a/b/c" "c" "a/b/c" "" "a//b/./c/" "" false
// "." ".." "a" "." "a/" ".." false
// "/a/b.tar.gz" "b.tar.gz" "/a" ".gz" "/a/" "b.tar.gz" true
// b/c
// true <nil>
// true <nil>
// false <nil>
// true <nil>
// false <nil>
// true <nil>
// false syntax error in pattern
// false syntax error in pattern
// true <nil>
// false <nil>
// false syntax error in pattern
// false syntax error in pattern
// &lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/a&gt; <b> &amp; 'A" &unknown; &
