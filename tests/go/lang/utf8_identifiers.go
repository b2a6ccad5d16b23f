// Identifiers may hold letters of any script.
package main

import "fmt"

type Größe struct{ länge int }

func (g Größe) Fläche() int { return g.länge * g.länge }

func größer(α, β int) bool { return α > β }

func main() {
	世界 := "world"
	g := Größe{3}
	fmt.Println(世界, g.Fläche(), größer(1, 2))
	for ключ, значение := range []string{"а", "б"} {
		fmt.Println(ключ, значение)
	}
	_x1, x_ := 1, 2
	fmt.Println(_x1+x_, "日本語", '語', len("日本語"))
}

// Output:
// world 9 false
// 0 а
// 1 б
// 3 日本語 35486 9
