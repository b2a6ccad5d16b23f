// Layout that gofmt would not write is still Go. (gofmt keeps most of this.)
package main

import "fmt"

type (
	A struct {
		x, y int "tag"
		z    string `json:"z"`
	}
	B interface {
		M(int, ...string) (a, b int)
	}
)

var (
	one, two = 1, 2
	three    int
)

func (A) M(int, ...string) (a, b int) { return 1, 2 }

func (a A) Chain(n int) A { a.x += n; return a }

func long(
	a int,
	b, c string,
) (
	d int,
	err error,
) {
	return a + len(b) + len(c), nil
}

func main() {
	var b B = A{}
	fmt.Println(b.M(1))
	if x := 1; x > 0 { fmt.Println("one line") }; fmt.Println("two statements")
	fmt.Println(A{}.
		Chain(1).
		Chain(2).x,
		one, two,
		three)
	d, err := long(1,
		"ab",
		"c",
	)
	fmt.Println(d, err)
	for ; ; { break }
	{ { } }
	;;
	x := []int{
		1,
		2, // comment
		/* inside */ 3,
	}
	fmt.Println(x /* after */, len(x))
	y := 5 -
		3
	z := - -y + +3 ^ -1
	fmt.Println(y, z, !!true, -(-y), y - -1, *&y)
	var f = func() (r struct{ n int }) { r.n = 3; return }
	fmt.Println((f)().n, (((4))))
	go func() {}()
	var iface interface {
		M(int, ...string) (int, int)
	} = A{}
	_ = iface
	label: for { break label }
	if (y) == 2 { } else { }
	switch (y) { case 2: fmt.Println("two"); case 3: }
	fmt.Println("unicode: ", größe, π)
}

var größe = 3
const π = 3.14

// Output:
// 1 2
// one line
// two statements
// 3 1 2 0
// 4 <nil>
// [1 2 3] 3
// 2 -6 true 2 3 2
// 3 4
// two
// unicode:  3 3.14
