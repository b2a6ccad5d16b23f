// What an unexported field holds is printed without its methods, however deep: Go cannot call them.
// An exported field inside an embedded struct is seen again, whatever the name of that struct.
package main

import (
	"fmt"
	"time"
)

type level int

func (l level) String() string { return fmt.Sprintf("level %d", int(l)) }

type inner struct {
	Seen   level
	hidden level
}

type wrapped struct{ Any any }

type list []inner

type record struct {
	inner
	Open   level
	shut   level
	within inner
	Each   []level
	each   []level
	Any    any
	any    any
	took   time.Duration
	Took   time.Duration
}

type stringer interface{ String() string }

type deep struct {
	wrapped
	stringer
	list
}

func main() {
	in := inner{1, 2}
	r := record{in, 3, 4, in, []level{5}, []level{6}, level(7), level(8), time.Second, time.Second}
	fmt.Println(r)
	fmt.Printf("%+v\n", &r)
	fmt.Println([]record{r}[0].within, map[string]inner{"k": in})
	fmt.Println(deep{wrapped{level(1)}, level(2), list{in}}.wrapped)
	fmt.Printf("%+v\n", []any{struct {
		wrapped
		list
	}{wrapped{level(1)}, list{in}}})
	fmt.Printf("%+v\n", struct {
		stringer
		n int
	}{level(2), 1}.n)
	fmt.Printf("%+v\n", []any{struct{ time.Duration }{time.Second}, struct{ level }{9}})
	fmt.Printf("%+v\n", struct{ a, b struct{ Shown level } }{})
}

// Output:
// {{level 1 2} level 3 4 {1 2} [level 5] [6] level 7 8 1000000000 1s}
// &{inner:{Seen:level 1 hidden:2} Open:level 3 shut:4 within:{Seen:1 hidden:2} Each:[level 5] each:[6] Any:level 7 any:8 took:1000000000 Took:1s}
// {level 1 2} map[k:{level 1 2}]
// {level 1}
// [{wrapped:{Any:level 1} list:[{Seen:1 hidden:2}]}]
// 1
// [1s level 9]
// {a:{Shown:0} b:{Shown:0}}
