// A recursive type with methods: a binary search tree.
package main

import (
	"fmt"
	"strings"
)

type Tree struct {
	left, right *Tree
	key         string
	count       int
}

func (t *Tree) Insert(key string) *Tree {
	if t == nil {
		return &Tree{key: key, count: 1}
	}
	switch {
	case key < t.key:
		t.left = t.left.Insert(key)
	case key > t.key:
		t.right = t.right.Insert(key)
	default:
		t.count++
	}
	return t
}

func (t *Tree) Walk(visit func(*Tree)) {
	if t != nil {
		t.left.Walk(visit)
		visit(t)
		t.right.Walk(visit)
	}
}

func (t *Tree) Depth() int {
	if t == nil {
		return 0
	}
	l, r := t.left.Depth(), t.right.Depth()
	if l > r {
		return l + 1
	}
	return r + 1
}

func main() {
	var root *Tree
	for _, w := range strings.Fields("the quick brown fox jumps over the lazy dog the end") {
		root = root.Insert(w)
	}
	root.Walk(func(t *Tree) { fmt.Print(t.key, ":", t.count, " ") })
	fmt.Println(root.Depth())
}

// Output:
// brown:1 dog:1 end:1 fox:1 jumps:1 lazy:1 over:1 quick:1 the:3 7
