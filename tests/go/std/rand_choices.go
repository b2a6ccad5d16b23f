// math/rand: whatever comes is in its range.
package main

import (
	"fmt"
	"math/rand"
	"sort"
)

func main() {
	r := rand.New(rand.NewSource(42))
	for i := 0; i < 50; i++ {
		if n := rand.Intn(6); n < 0 || n > 5 {
			fmt.Println("Intn", n)
		}
		if n := r.Int31n(10); n < 0 || n > 9 {
			fmt.Println("Int31n", n)
		}
		if f := rand.Float64(); f < 0 || f >= 1 {
			fmt.Println("Float64", f)
		}
		if n := rand.Int63(); n < 0 {
			fmt.Println("Int63", n)
		}
		rand.Uint32()
		r.Uint64()
	}
	perm := rand.Perm(5)
	sort.Ints(perm)
	s := []string{"a", "b", "c", "d"}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	sort.Strings(s)
	fmt.Println(perm, s, rand.Intn(1))
	rand.Seed(7)
	for _, f := range []func(){func() { rand.Intn(0) }, func() { r.Int63n(-1) }} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			f()
		}()
	}
}

// Output:
// [0 1 2 3 4] [a b c d] 0
// panic: invalid argument to Intn
// panic: invalid argument to Int63n
