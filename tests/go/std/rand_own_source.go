// math/rand: a source of the program's own gives what it gives in Go.
package main

import (
	"fmt"
	"math/rand"
)

type counter struct{ state uint64 }

func (c *counter) Int63() int64 {
	c.state = c.state*6364136223846793005 + 1442695040888963407
	return int64(c.state >> 1)
}
func (c *counter) Seed(seed int64) { c.state = uint64(seed) }

type wide struct{ counter }

func (w *wide) Uint64() uint64 {
	w.state = w.state*6364136223846793005 + 1442695040888963407
	return w.state
}

func main() {
	for _, r := range []*rand.Rand{rand.New(&counter{1}), rand.New(&wide{counter{1}})} {
		fmt.Println(r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int())
		for _, n := range []int{1, 2, 7, 100, 1 << 20, 1<<31 - 1, 1 << 31, 1<<40 + 1} {
			fmt.Print(r.Intn(n), " ", r.Int63n(int64(n)), " ", r.Int31n(int32(n%1000+1)), " ")
		}
		fmt.Println(r.Float64(), r.Float32(), r.Perm(10))
		x := []int{1, 2, 3, 4, 5, 6, 7, 8}
		r.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
		b := make([]byte, 10)
		n, err := r.Read(b)
		fmt.Println(x, b, n, err)
		r.Read(b[:3])
		r.Read(b[3:])
		r.Seed(9)
		fmt.Println(b, r.Intn(1000))
	}
}

// Output:
// 3903415632367878206 2187888307 9856598249412682137 1708211034 4616401769861756991
// 0 0 1 0 1 1 4 6 2 12 26 41 158932 234666 308 2103721357 1562526582 450 1229555450 521699481 595 689573557808 351624778319 664 0.28321547795941926 0.64027846 [0 6 9 2 5 7 4 1 3 8]
// [7 6 5 1 2 4 3 8] [37 60 28 154 162 34 85 191 109 84] 10 <nil>
// [56 170 99 180 58 204 39 217 232 228] 563
// 3903415632367878206 2187888307 11960119808228829710 822192870 7336710527244096760
// 0 0 0 1 1 0 1 1 0 34 8 7 787999 925167 413 1859467627 1576843620 206 1819326252 1229555450 125 156864513812 689573557808 681 0.8879117522428556 0.28321546 [5 6 4 2 7 9 0 8 3 1]
// [5 4 1 2 8 3 7 6] [54 72 103 192 47 113 177 37 60 28] 10 <nil>
// [154 162 34 85 191 109 84 56 170 99] 563
