// %v, %+v, %#v and %T on composite values: nil ones, nested ones, maps in the order of their keys.
package main

import "fmt"

type point struct{ X, y int }

type tree struct {
	Left, Right *tree
	Name        string
	Tags        []string
	Attrs       map[string]int
	Any         any
	Err         error
	hidden      any
	fn          func()
	ch          chan int
}

type empty struct{}

type wide [3]uint8

type pair struct {
	point
	*tree
	E empty
}

func main() {
	var nilMap map[string]int
	var nilSlice []int
	var nilPointer *point
	var nilErr error
	var nilFunc func(int) string
	var nilChan chan<- bool
	values := []any{
		nilMap, nilSlice, nilPointer, nilErr, nilFunc, nilChan, nil,
		point{1, 2}, &point{3, 4}, []point{{1, 2}, {3, 4}}, []*point{nil}, [2]bool{true, false},
		map[string]int{"b": 2, "a": 1, "c": 3}, map[int]string{10: "x", -1: "y", 3: "z"},
		map[float64]bool{2.5: true, -1: false}, map[bool]int{true: 1, false: 0},
		map[point]string{{2, 1}: "b", {1, 9}: "a"}, map[[2]int]int{{1, 2}: 3, {0, 9}: 4},
		tree{}, tree{Name: "t", Tags: []string{"x y", ""}, Attrs: map[string]int{"k": 1}, Any: point{5, 6}, hidden: "h"},
		&tree{Name: "p", Any: []any{1, "two", nil, 3.5, point{}}},
		empty{}, &empty{}, []empty{{}, {}}, wide{1, 2, 3}, &wide{9}, pair{point: point{1, 2}},
		[]any{nil, 1, "s", 2.5, true, 'r', []int{1}, map[string]any{"n": nil}},
		[][]int{{1}, nil, {2, 3}}, []error{nil, fmt.Errorf("e")}[:1], &[]int{1, 2}, &map[string]int{"a": 1},
		struct {
			A any
			B error
			C []byte
		}{}, []byte("hi"), []byte(nil), [3]byte{1, 2, 3}, []int8{-1}, []rune("é"), []string{"a", "b c"},
		map[any]int{"s": 1, 2: 2, 1: 3, "a": 4}, []float32{0.1, 1e9}, []bool{true}, [0]int{}, []struct{}{},
	}
	for i, v := range values {
		fmt.Printf("%d: %v | %+v | %#v | %T\n", i, v, v, v, v)
	}
	fmt.Printf("%d %s %x %q\n", []int{1, 2}, []string{"a", "b"}, []string{"a", "b"}, []string{"a", "b"})
	fmt.Printf("%5d|%-4v|%05.1f|%t\n", []int{1, 2}, [2]int{1, 2}, []float64{1.25, 2}, []bool{true})
	fmt.Printf("%d %s\n", map[string]int{"a": 1}, point{1, 2})
	fmt.Printf("%v %v\n", *(&point{7, 8}), (*point)(nil) == nilPointer)
	fmt.Println(values[12], values[20] != nil, len(values))
}

// Output:
// 0: map[] | map[] | map[string]int(nil) | map[string]int
// 1: [] | [] | []int(nil) | []int
// 2: <nil> | <nil> | (*main.point)(nil) | *main.point
// 3: <nil> | <nil> | <nil> | <nil>
// 4: <nil> | <nil> | (func(int) string)(nil) | func(int) string
// 5: <nil> | <nil> | (chan<- bool)(nil) | chan<- bool
// 6: <nil> | <nil> | <nil> | <nil>
// 7: {1 2} | {X:1 y:2} | main.point{X:1, y:2} | main.point
// 8: &{3 4} | &{X:3 y:4} | &main.point{X:3, y:4} | *main.point
// 9: [{1 2} {3 4}] | [{X:1 y:2} {X:3 y:4}] | []main.point{main.point{X:1, y:2}, main.point{X:3, y:4}} | []main.point
// 10: [<nil>] | [<nil>] | []*main.point{(*main.point)(nil)} | []*main.point
// 11: [true false] | [true false] | [2]bool{true, false} | [2]bool
// 12: map[a:1 b:2 c:3] | map[a:1 b:2 c:3] | map[string]int{"a":1, "b":2, "c":3} | map[string]int
// 13: map[-1:y 3:z 10:x] | map[-1:y 3:z 10:x] | map[int]string{-1:"y", 3:"z", 10:"x"} | map[int]string
// 14: map[-1:false 2.5:true] | map[-1:false 2.5:true] | map[float64]bool{-1:false, 2.5:true} | map[float64]bool
// 15: map[false:0 true:1] | map[false:0 true:1] | map[bool]int{false:0, true:1} | map[bool]int
// 16: map[{1 9}:a {2 1}:b] | map[{X:1 y:9}:a {X:2 y:1}:b] | map[main.point]string{main.point{X:1, y:9}:"a", main.point{X:2, y:1}:"b"} | map[main.point]string
// 17: map[[0 9]:4 [1 2]:3] | map[[0 9]:4 [1 2]:3] | map[[2]int]int{[2]int{0, 9}:4, [2]int{1, 2}:3} | map[[2]int]int
// 18: {<nil> <nil>  [] map[] <nil> <nil> <nil> <nil> <nil>} | {Left:<nil> Right:<nil> Name: Tags:[] Attrs:map[] Any:<nil> Err:<nil> hidden:<nil> fn:<nil> ch:<nil>} | main.tree{Left:(*main.tree)(nil), Right:(*main.tree)(nil), Name:"", Tags:[]string(nil), Attrs:map[string]int(nil), Any:interface {}(nil), Err:error(nil), hidden:interface {}(nil), fn:(func())(nil), ch:(chan int)(nil)} | main.tree
// 19: {<nil> <nil> t [x y ] map[k:1] {5 6} <nil> h <nil> <nil>} | {Left:<nil> Right:<nil> Name:t Tags:[x y ] Attrs:map[k:1] Any:{X:5 y:6} Err:<nil> hidden:h fn:<nil> ch:<nil>} | main.tree{Left:(*main.tree)(nil), Right:(*main.tree)(nil), Name:"t", Tags:[]string{"x y", ""}, Attrs:map[string]int{"k":1}, Any:main.point{X:5, y:6}, Err:error(nil), hidden:"h", fn:(func())(nil), ch:(chan int)(nil)} | main.tree
// 20: &{<nil> <nil> p [] map[] [1 two <nil> 3.5 {0 0}] <nil> <nil> <nil> <nil>} | &{Left:<nil> Right:<nil> Name:p Tags:[] Attrs:map[] Any:[1 two <nil> 3.5 {X:0 y:0}] Err:<nil> hidden:<nil> fn:<nil> ch:<nil>} | &main.tree{Left:(*main.tree)(nil), Right:(*main.tree)(nil), Name:"p", Tags:[]string(nil), Attrs:map[string]int(nil), Any:[]interface {}{1, "two", interface {}(nil), 3.5, main.point{X:0, y:0}}, Err:error(nil), hidden:interface {}(nil), fn:(func())(nil), ch:(chan int)(nil)} | *main.tree
// 21: {} | {} | main.empty{} | main.empty
// 22: &{} | &{} | &main.empty{} | *main.empty
// 23: [{} {}] | [{} {}] | []main.empty{main.empty{}, main.empty{}} | []main.empty
// 24: [1 2 3] | [1 2 3] | main.wide{0x1, 0x2, 0x3} | main.wide
// 25: &[9 0 0] | &[9 0 0] | &main.wide{0x9, 0x0, 0x0} | *main.wide
// 26: {{1 2} <nil> {}} | {point:{X:1 y:2} tree:<nil> E:{}} | main.pair{point:main.point{X:1, y:2}, tree:(*main.tree)(nil), E:main.empty{}} | main.pair
// 27: [<nil> 1 s 2.5 true 114 [1] map[n:<nil>]] | [<nil> 1 s 2.5 true 114 [1] map[n:<nil>]] | []interface {}{interface {}(nil), 1, "s", 2.5, true, 114, []int{1}, map[string]interface {}{"n":interface {}(nil)}} | []interface {}
// 28: [[1] [] [2 3]] | [[1] [] [2 3]] | [][]int{[]int{1}, []int(nil), []int{2, 3}} | [][]int
// 29: [<nil>] | [<nil>] | []error{error(nil)} | []error
// 30: &[1 2] | &[1 2] | &[]int{1, 2} | *[]int
// 31: &map[a:1] | &map[a:1] | &map[string]int{"a":1} | *map[string]int
// 32: {<nil> <nil> []} | {A:<nil> B:<nil> C:[]} | struct { A interface {}; B error; C []uint8 }{A:interface {}(nil), B:error(nil), C:[]uint8(nil)} | struct { A interface {}; B error; C []uint8 }
// 33: [104 105] | [104 105] | []byte{0x68, 0x69} | []uint8
// 34: [] | [] | []byte(nil) | []uint8
// 35: [1 2 3] | [1 2 3] | [3]uint8{0x1, 0x2, 0x3} | [3]uint8
// 36: [-1] | [-1] | []int8{-1} | []int8
// 37: [233] | [233] | []int32{233} | []int32
// 38: [a b c] | [a b c] | []string{"a", "b c"} | []string
// 39: map[1:3 2:2 a:4 s:1] | map[1:3 2:2 a:4 s:1] | map[interface {}]int{1:3, 2:2, "a":4, "s":1} | map[interface {}]int
// 40: [0.1 1e+09] | [0.1 1e+09] | []float32{0.1, 1e+09} | []float32
// 41: [true] | [true] | []bool{true} | []bool
// 42: [] | [] | [0]int{} | [0]int
// 43: [] | [] | []struct {}{} | []struct {}
// [1 2] [a b] [61 62] ["a" "b"]
// [    1     2]|[1    2   ]|[001.2 002.0]|[true]
// map[%!d(string=a):1] {%!s(int=1) %!s(int=2)}
// {7 8} true
// map[a:1 b:2 c:3] true 44
