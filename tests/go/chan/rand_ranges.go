// math/rand: only the ranges are known.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	rand.Seed(42)
	ok := true
	for i := 0; i < 200; i++ {
		n, f := rand.Intn(10), rand.Float64()
		ok = ok && n >= 0 && n < 10 && f >= 0 && f < 1 && rand.Int() >= 0 && rand.Int63n(5) < 5 && rand.Int31n(3) < 3
	}
	p := rand.Perm(6)
	seen := 0
	for _, v := range p {
		seen |= 1 << v
	}
	xs := []int{1, 2, 3, 4}
	rand.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
	fmt.Println(ok, seen, xs[0]+xs[1]+xs[2]+xs[3])
}

// Output:
// true 63 10
