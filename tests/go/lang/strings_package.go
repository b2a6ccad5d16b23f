// The functions of package strings that programs use.
package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Println(strings.Contains("seafood", "foo"), strings.Contains("", ""), strings.ContainsRune("abc", 'b'), strings.ContainsAny("abc", "xyzc"))
	fmt.Println(strings.HasPrefix("golang", "go"), strings.HasSuffix("golang", "ng"), strings.Index("chicken", "ken"), strings.Index("x", "y"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexRune("aé", 'é'))
	fmt.Printf("%q %q %q %q\n", strings.Split("a,b,,c", ","), strings.Split("", ","), strings.Split("héy", ""), strings.SplitN("a,b,c", ",", 2))
	fmt.Printf("%q %q\n", strings.Fields("  a  b\tc\n"), strings.Fields(""))
	fmt.Println(strings.Join([]string{"a", "b", "c"}, "-"), strings.Join(nil, "x")+"|", strings.Join([]string{"one"}, ","))
	fmt.Println(strings.Repeat("ab", 3), strings.Repeat("x", 0)+"|", strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("aaa", "a", "b"), strings.Replace("abc", "", "-", -1))
	fmt.Println(strings.ToUpper("héllo"), strings.ToLower("HÉLLO"))
	fmt.Printf("%q %q %q %q %q %q\n", strings.TrimSpace(" \t a b \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhi", "x"), strings.TrimRight("hixx", "x"), strings.TrimPrefix("prefix-a", "prefix-"), strings.TrimSuffix("a.go", ".go"))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("five", ""), strings.EqualFold("Go", "GO"), strings.Compare("a", "b"), strings.Compare("b", "b"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return 'A'
		}
		if r == 'x' {
			return -1
		}
		return r
	}, "banxana"))
	fmt.Println(strings.TrimFunc("123abc456", func(r rune) bool { return r < 'a' }), strings.IndexFunc("abc1", func(r rune) bool { return r < 'A' }), strings.FieldsFunc("a;b;c", func(r rune) bool { return r == ';' }))
	var b strings.Builder
	for i := 0; i < 3; i++ {
		b.WriteString(fmt.Sprintf("%d,", i))
	}
	b.WriteString("end")
	b.WriteByte('!')
	b.WriteRune('é')
	fmt.Println(b.String(), b.Len())
	b.Reset()
	fmt.Println(b.Len(), b.String() == "")
	before, after, found := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, found)
	fmt.Println(strings.Cut("none", "="))
}

// Output:
// true true true true
// true true 4 -1 3 2 1
// ["a" "b" "" "c"] [""] ["h" "é" "y"] ["a" "b,c"]
// ["a" "b" "c"] []
// a-b-c | one
// ababab | oinky oinky oink bbb -a-b-c-
// HÉLLO héllo
// "a b" "hi" "hi" "hi" "a" "a"
// 3 5 true -1 0
// bAnAnA
// abc 3 [a b c]
// 0,1,2,end!é 12
// 0 true
// key value=x true
// none  false
