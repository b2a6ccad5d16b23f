// Type switches: several types in a case, nil, default, interfaces, shadowing.
package main

import "fmt"

type Stringer interface{ String() string }
type Num int

func (n Num) String() string { return fmt.Sprintf("num %d", int(n)) }

type Err struct{}

func (*Err) Error() string { return "err!" }

func kind(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", v+1)
	case string, []byte:
		return fmt.Sprintf("text %T", v)
	case Stringer:
		return "stringer " + v.String()
	case error:
		return "error " + v.Error()
	case func() int:
		return fmt.Sprint("func ", v())
	case []interface{}:
		return fmt.Sprint("list ", len(v))
	case map[string]int:
		return fmt.Sprint("map ", v["a"])
	case *int:
		return fmt.Sprint("pointer ", *v)
	case chan int:
		return fmt.Sprint("chan ", cap(v))
	case struct{ X int }:
		return fmt.Sprint("struct ", v.X)
	case bool, float64:
		if b, ok := v.(bool); ok {
			return fmt.Sprint("bool ", b)
		}
		return "float"
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func main() {
	n := 5
	for _, x := range []interface{}{nil, 1, "s", []byte("b"), Num(3), &Err{}, func() int { return 7 },
		[]interface{}{1, 2}, map[string]int{"a": 9}, &n, make(chan int, 3), struct{ X int }{4}, true, 1.5, int8(1), [1]int{}} {
		fmt.Println(kind(x))
	}
	var e error
	switch e.(type) {
	case nil:
		fmt.Println("nil error")
	default:
		fmt.Println("not nil")
	}
	switch x := interface{}(n); y := x.(type) {
	case int:
		fmt.Println(x, y*2)
	}
	switch interface{}(1).(type) {
	}
}

// Output:
// nil
// int 2
// text string
// text []uint8
// stringer num 3
// error err!
// func 7
// list 2
// map 9
// pointer 5
// chan 3
// struct 4
// bool true
// float
// other int8
// other [1]int
// nil error
// 5 10
