// %#v writes Go syntax.
package main

import "fmt"

type Inner struct {
	F float64
	B bool
}
type T struct {
	N    int
	S    string
	In   Inner
	P    *int
	L    []Inner
	M    map[string]int
	E    interface{}
	U    uint8
	Fn   func()
	C    chan int
	Err  error
	R    rune
	Any  []interface{}
	Arr  [2]string
	Anon struct{ X int }
}
type Kind int
type Name string

func main() {
	fmt.Printf("%#v\n", T{N: 1, S: "a\"b", L: []Inner{{1, true}, {2.5, false}}, M: map[string]int{"z": 1, "a": 2}, E: "x", U: 7, Any: []interface{}{1, "a", nil}})
	fmt.Printf("%#v %#v %#v %#v\n", Kind(3), Name("n"), []Kind{1}, map[Name]Kind{"a": 1})
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", 1, "s", 1.0, 1e21, true, 'x')
	fmt.Printf("%#v %#v %#v\n", []byte("a"), [2]bool{true}, struct{ A, B int }{1, 2})
	fmt.Printf("%#v %#v\n", []interface{}{}, map[string]bool(nil))
	fmt.Printf("%#v %#v\n", &Inner{1, true}, &[]int{1})
	fmt.Printf("%+v\n", T{N: 1, S: "plain", E: Inner{}, L: []Inner{{}}})
	fmt.Printf("%v %+v\n", []*int{nil}, struct{ P *Inner }{nil})
	fmt.Printf("%#v %#v %#v\n", uint(5), uint8(255), int64(-3))
	fmt.Printf("%#v\n", []string(nil))
}

// Output:
// main.T{N:1, S:"a\"b", In:main.Inner{F:0, B:false}, P:(*int)(nil), L:[]main.Inner{main.Inner{F:1, B:true}, main.Inner{F:2.5, B:false}}, M:map[string]int{"a":2, "z":1}, E:"x", U:0x7, Fn:(func())(nil), C:(chan int)(nil), Err:error(nil), R:0, Any:[]interface {}{1, "a", interface {}(nil)}, Arr:[2]string{"", ""}, Anon:struct { X int }{X:0}}
// 3 "n" []main.Kind{1} map[main.Name]main.Kind{"a":1}
// 1 "s" 1 1e+21 true 120
// []byte{0x61} [2]bool{true, false} struct { A int; B int }{A:1, B:2}
// []interface {}{} map[string]bool(nil)
// &main.Inner{F:1, B:true} &[]int{1}
// {N:1 S:plain In:{F:0 B:false} P:<nil> L:[{F:0 B:false}] M:map[] E:{F:0 B:false} U:0 Fn:<nil> C:<nil> Err:<nil> R:0 Any:[] Arr:[ ] Anon:{X:0}}
// [<nil>] {P:<nil>}
// 0x5 0xff -3
// []string(nil)
