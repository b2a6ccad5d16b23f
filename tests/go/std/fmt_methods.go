// Error, String, GoString and Format methods: when fmt calls them, and what happens when they panic.
package main

import (
	"errors"
	"fmt"
)

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type ptr struct{ n int }

func (p *ptr) String() string { return fmt.Sprint("ptr ", p.n) }

type both struct{}

func (both) Error() string  { return "error wins" }
func (both) String() string { return "string" }

type gostring struct{ X int }

func (gostring) GoString() string { return "GO" }

type bad struct{}

func (bad) String() string { panic("boom") }

type badError struct{ why string }

func (b badError) Error() string { panic(errors.New(b.why)) }

type formatted struct{}

func (formatted) Format(s fmt.State, verb rune) {
	width, hasWidth := s.Width()
	precision, hasPrecision := s.Precision()
	fmt.Fprintf(s, "<%c", verb)
	if hasWidth {
		fmt.Fprintf(s, " w%d", width)
	}
	if hasPrecision {
		fmt.Fprintf(s, " p%d", precision)
	}
	for _, flag := range "+-# 0" {
		if s.Flag(int(flag)) {
			fmt.Fprintf(s, " %q", flag)
		}
	}
	fmt.Fprint(s, ">")
}

type holder struct {
	Exported celsius
	private  celsius
	E        error
	S        fmt.Stringer
}

type embeds struct {
	celsius
	extra int
}

type recursive struct{ Next *recursive }

func (r recursive) String() string {
	if r.Next == nil {
		return "end"
	}
	return "->" + r.Next.String()
}

func main() {
	c := celsius(36.6)
	fmt.Println(c, &c != nil, []celsius{1, 2}, map[string]celsius{"a": 3}, [1]celsius{4})
	fmt.Printf("%v %s %d %.3f %q %x %+v %#v %T\n", c, c, 3, c, c, c, c, c, c)
	p := &ptr{1}
	var none *ptr
	fmt.Println(p, none, *p, []*ptr{p}[0], struct{ P *ptr }{p}.P)
	fmt.Println([]fmt.Stringer{p, c}, both{}, []any{both{}, p})
	fmt.Printf("%v %#v %+v %#v\n", gostring{1}, gostring{1}, gostring{1}, []gostring{{2}})
	fmt.Printf("%v %s|%d|%v\n", bad{}, []bad{{}}, bad{}, badError{"why"})
	fmt.Printf("%v|%5.2s|%+d|%-#x|%08v|% d|%v\n", formatted{}, formatted{}, formatted{}, formatted{}, formatted{}, formatted{}, []formatted{{}})
	var nobody *formatted
	fmt.Printf("%v|%s|%d\n", nobody, []any{nobody}, struct{ F fmt.Formatter }{nobody})
	fmt.Printf("%v %+v\n", holder{1, 2, errors.New("e"), p}, holder{})
	fmt.Printf("%v %+v %s\n", embeds{5, 6}, embeds{5, 6}, embeds{7, 8})
	fmt.Println(recursive{&recursive{&recursive{}}})
	fmt.Printf("%s %v %d\n", errors.New("err"), errors.New("err"), both{})
	fmt.Printf("%6v|%-8v|%.2v\n", both{}, c, c)
	fmt.Printf("%s %s\n", none, error(nil))
	var stringer fmt.Stringer
	fmt.Println(stringer, fmt.Sprint(stringer) == "<nil>")
}

// Output:
// 36.6°C true [1.0°C 2.0°C] map[a:3.0°C] [4.0°C]
// 36.6°C 36.6°C 3 36.600 "36.6°C" 33362e36c2b043 36.6°C 36.6 main.celsius
// ptr 1 <nil> {1} ptr 1 ptr 1
// [ptr 1 36.6°C] error wins [error wins ptr 1]
// {1} GO {X:1} []main.gostring{GO}
// %!v(PANIC=String method: boom) [%!s(PANIC=String method: boom)]|{}|%!v(PANIC=Error method: why)
// <v>|<s w5 p2>|<d '+'>|<x '-' '#'>|<v w8 '0'>|<d ' '>|[<v>]
// <nil>|[<nil>]|{<nil>}
// {1.0°C 2 e ptr 1} {Exported:0.0°C private:0 E:<nil> S:<nil>}
// 5.0°C 5.0°C 7.0°C
// ->->end
// err err {}
// error wins|36.6°C  |36
// <nil> %!s(<nil>)
// <nil> true
