package main

import "fmt"

var calls int

func bytesAndText(to []byte) ([]byte, string)    { calls++; return to, "abc" }
func mapAndKey(m map[int]int) (map[int]int, int) { calls++; return m, 0 }
func sliceAndMore(s []int) ([]int, int, int)     { calls++; return s, 7, 8 }

func main() {
	b := []byte{1, 2, 3}
	fmt.Println(copy(bytesAndText(b)), b)
	m := map[int]int{0: 0, 1: 1, 2: 2}
	delete(mapAndKey(m))
	fmt.Println(len(m))
	fmt.Println(append(sliceAndMore([]int{6})))
	func() {
		m[0] = 1
		defer delete(mapAndKey(m))
		fmt.Println(len(m))
	}()
	fmt.Println(len(m), calls)
}

// Output:
// 3 [97 98 99]
// 2
// [6 7 8]
// 3
// 2 4
