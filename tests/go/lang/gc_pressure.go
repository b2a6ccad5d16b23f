// Allocates much more than it keeps; what it keeps must stay right.
package main

import (
	"fmt"
	"runtime"
)

type Node struct {
	next *Node
	data []int
	name string
}

func main() {
	var keep *Node
	total := 0
	for i := 0; i < 3000; i++ {
		n := &Node{data: make([]int, 10), name: fmt.Sprint("node ", i)}
		n.data[i%10] = i
		if i%100 == 0 {
			n.next = keep
			keep = n
		}
		m := map[int]*Node{i: n}
		total += len(m[i].data)
	}
	runtime.GC()
	for n := keep; n != nil; n = n.next {
		sum := 0
		for _, v := range n.data {
			sum += v
		}
		if n.name != fmt.Sprint("node ", sum) {
			fmt.Println("wrong", n.name, sum)
		}
		total++
	}
	fmt.Println(total)
	s := ""
	for i := 0; i < 200; i++ {
		s += "x"
	}
	fmt.Println(len(s))
}

// Output:
// 30030
// 200
