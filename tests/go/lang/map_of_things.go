// Maps of maps, of slices, of structs, of functions; a map value is a copy.
package main

import "fmt"

type Counter struct{ n int }

func main() {
	nested := map[string]map[string]int{}
	for _, p := range [][2]string{{"a", "x"}, {"a", "y"}, {"b", "x"}, {"a", "x"}} {
		if nested[p[0]] == nil {
			nested[p[0]] = map[string]int{}
		}
		nested[p[0]][p[1]]++
	}
	fmt.Println(nested)
	ops := map[string]func(int, int) int{
		"+": func(a, b int) int { return a + b },
		"-": func(a, b int) int { return a - b },
	}
	fmt.Println(ops["+"](3, 4), ops["-"](3, 4), ops["*"] == nil)
	cs := map[string]Counter{"a": {1}}
	c := cs["a"]
	c.n = 50
	fmt.Println(cs["a"].n, c.n, cs["none"].n)
	ps := map[string]*Counter{"a": {1}}
	ps["a"].n++
	fmt.Println(ps["a"].n)
	set := map[string]struct{}{}
	set["x"] = struct{}{}
	_, has := set["x"]
	fmt.Println(has, len(set), set)
	arrays := map[int][2]int{1: {1, 2}}
	fmt.Println(arrays[1][1], arrays[2][0])
	m := map[string][]string{}
	m["k"] = append(m["k"], "v1", "v2")
	fmt.Println(m, len(m["none"]))
}

// Output:
// map[a:map[x:2 y:1] b:map[x:1]]
// 7 -1 true
// 1 50 0
// 2
// true 1 map[x:{}]
// 2 0
// map[k:[v1 v2]] 0
