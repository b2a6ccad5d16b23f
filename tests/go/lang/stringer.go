// fmt calls Error and String, also inside slices, maps and structs with exported fields.
package main

import "fmt"

type Level int

func (l Level) String() string { return [...]string{"low", "high"}[l] }

type Money struct{ cents int }

func (m Money) String() string { return fmt.Sprintf("%d.%02d", m.cents/100, m.cents%100) }

type Ptr struct{ n int }

func (p *Ptr) String() string { return fmt.Sprint("ptr ", p.n) }

type Both struct{}

func (Both) Error() string  { return "the error" }
func (Both) String() string { return "the string" }

type Holder struct {
	L Level
	M Money
	h Level
}

type GoS struct{}

func (GoS) GoString() string { return "GO!" }

type Bad struct{}

func (*Bad) String() string { panic("bad") }

func main() {
	fmt.Println(Level(0), Level(1), Money{1234}, []Level{0, 1}, map[Level]Money{1: {5}})
	fmt.Println(Ptr{1}, &Ptr{2}, []Ptr{{3}}, []fmt.Stringer{&Ptr{4}, Level(0)})
	fmt.Println(Both{}, []error{Both{}})
	fmt.Println(Holder{1, Money{1}, 1}, &Holder{})
	fmt.Printf("%v %s %d %+v %q %x %6s|%-6v|\n", Level(1), Level(1), Level(1), Level(1), Level(1), Level(1), Level(1), Level(0))
	fmt.Printf("%#v %#v %T\n", Level(1), GoS{}, Level(1))
	fmt.Printf("%+v %v\n", Holder{}, struct{ P *Ptr }{nil})
	var np *Ptr
	fmt.Printf("%v\n", []interface{}{Level(0), Both{}, Money{99}})
	fmt.Println(np == nil, fmt.Sprint(Level(1))+"!", fmt.Sprintf("%v", np))
	fmt.Printf("%v %s\n", (*Bad)(nil), &Bad{})
	fmt.Println("level: " + Level(1).String())
}

// Output:
// low high 12.34 [low high] map[high:0.05]
// {1} ptr 2 [{3}] [ptr 4 low]
// the error [the error]
// {high 0.01 1} &{low 0.00 0}
// high high 1 high "high" 68696768   high|low   |
// 1 GO! main.Level
// {L:low M:0.00 h:0} {<nil>}
// [low the error 0.99]
// true high! <nil>
// <nil> %!s(PANIC=String method: bad)
// level: high
