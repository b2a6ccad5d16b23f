// Keys of all comparable kinds: structs, arrays, interfaces, pointers, channels, floats.
package main

import "fmt"

type Point struct {
	X, Y int
	Name string
}

func main() {
	byPoint := map[Point]int{{1, 2, "a"}: 1}
	byPoint[Point{1, 2, "a"}]++
	byPoint[Point{1, 2, "b"}]++
	fmt.Println(len(byPoint), byPoint[Point{1, 2, "a"}])
	byAny := map[interface{}]string{1: "int", "1": "string", 1.0: "float", int8(1): "int8", true: "bool", Point{}: "point", nil: "nil"}
	fmt.Println(len(byAny), byAny[1], byAny["1"], byAny[1.0], byAny[int8(1)], byAny[true], byAny[Point{}], byAny[nil], byAny[int16(1)] == "")
	p, q := &Point{}, &Point{}
	byPointer := map[*Point]string{p: "p", q: "q"}
	fmt.Println(byPointer[p], byPointer[q], len(byPointer))
	c := make(chan int)
	byChan := map[chan int]bool{c: true}
	fmt.Println(byChan[c], byChan[make(chan int)])
	byFloat := map[float64]int{0.5: 1, 2: 2}
	zero := 0.0
	byFloat[zero] = 3
	byFloat[-zero]++
	nan := zero / zero
	byFloat[nan] = 1
	byFloat[nan] = 2
	fmt.Println(byFloat[0.5], byFloat[2], byFloat[0], len(byFloat), byFloat[nan])
	byArray := map[[2]string]int{{"a", "b"}: 1}
	fmt.Println(byArray[[2]string{"a", "b"}], byArray[[2]string{"b", "a"}])
	byRune := map[rune]int{}
	for _, r := range "hello" {
		byRune[r]++
	}
	fmt.Println(byRune['l'], byRune['h'], byRune['z'])
	byBool := map[bool]string{true: "yes", false: "no"}
	fmt.Println(byBool[1 < 2], byBool)
}

// Output:
// 2 2
// 7 int string float int8 bool point nil true
// p q 2
// true false
// 1 2 4 5 0
// 1 0
// 2 1 0
// yes map[false:no true:yes]
