// math/rand/v2: Rand of a source of the program's own; PCG and ChaCha8; what is out of range.
package main

//gopark:go1.22

import (
	"fmt"
	"math/rand/v2"
	"time"
)

type constant uint64

func (c constant) Uint64() uint64 { return uint64(c) }

type sequence struct{ next []uint64 }

func (s *sequence) Uint64() uint64 {
	x := s.next[0]
	s.next = s.next[1:]
	return x
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	r := rand.New(constant(0xC00A0B0CABCDEF12))
	fmt.Println(r.Uint64(), r.Int64(), r.Uint32(), r.Int32(), r.Int(), r.Uint())
	fmt.Println(r.IntN(8), r.IntN(100), r.Int64N(1000), r.Uint64N(12), r.Int32N(7), r.Uint32N(20), r.UintN(4))
	fmt.Println(r.Float64(), r.Float32(), r.Perm(4))
	fmt.Println(rand.New(constant(13)).IntN(8), rand.New(constant(1<<11-1)).Float64())
	// 3 does not divide 2^64: of these the first is drawn again.
	fmt.Println(rand.New(&sequence{[]uint64{0, 1 << 63}}).IntN(3), rand.New(&sequence{[]uint64{5, 1}}).Uint64N(1<<63+1))
	x := []string{"a", "b", "c", "d"}
	rand.New(&sequence{[]uint64{0, 1 << 63, 1 << 63}}).Shuffle(4, func(i, j int) { x[i], x[j] = x[j], x[i] })
	fmt.Println(x)

	pcg := rand.NewPCG(1, 2)
	pcg.Seed(3, 4)
	var source rand.Source = pcg
	for range 20 {
		p, c := rand.New(source), rand.New(rand.NewChaCha8([32]byte{7}))
		if n := p.IntN(10); n < 0 || n > 9 {
			fmt.Println("out of range", n)
		}
		if d := rand.N(10 * time.Second); d < 0 || d >= 10*time.Second {
			fmt.Println("out of range", d)
		}
		if f := c.Float64(); f < 0 || f >= 1 || rand.ExpFloat64() < 0 {
			fmt.Println("out of range", f)
		}
		if n := p.Int64(); n < 0 {
			fmt.Println("out of range", n)
		}
	}
	try(func() { rand.IntN(0) })
	try(func() { rand.N(uint8(0)) })
	try(func() { pcgRand := rand.New(pcg); pcgRand.Int32N(-1) })
	try(func() { rand.Shuffle(-1, nil) })
	fmt.Println(rand.UintN(1), rand.Uint32N(1), rand.Perm(1))
}

// Output:
// 13837884954099183378 4614512917244407570 3221883660 1610941830 4614512917244407570 13837884954099183378
// 2 75 750 9 5 15 2
// 0.31384881549408505 0.039231062 [1 0 3 2]
// 5 2.2726265314076954e-13
// 1 2
// [c d b a]
// invalid argument to IntN
// invalid argument to N
// invalid argument to Int32N
// invalid argument to Shuffle
// 0 0 [0]
