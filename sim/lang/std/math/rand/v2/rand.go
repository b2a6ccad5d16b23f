// Package rand follows Go's package math/rand/v2, but its numbers are choices of the schedule, those
// of PCG and ChaCha8 too: whatever the seed, every number that the range allows may come. A source of
// the program's own gives what it gives in Go.
//
//gopark:quiet
package rand

import (
	"internal/ziggurat"
	"math"
	"math/bits"
	old "math/rand"
)

type Source interface{ Uint64() uint64 }

// chance is what PCG and ChaCha8 have in common.
type chance struct{ draws *old.Rand }

func (c *chance) rand() *old.Rand {
	if c.draws == nil {
		c.draws = old.New(old.NewSource(0))
	}
	return c.draws
}

func (c *chance) Uint64() uint64 { return c.rand().Uint64() }

type PCG struct{ chance }

func NewPCG(seed1, seed2 uint64) *PCG   { return &PCG{} }
func (p *PCG) Seed(seed1, seed2 uint64) {}

type ChaCha8 struct{ chance }

func NewChaCha8(seed [32]byte) *ChaCha8       { return &ChaCha8{} }
func (c *ChaCha8) Seed(seed [32]byte)         {}
func (c *ChaCha8) Read(p []byte) (int, error) { return c.rand().Read(p) }

// Rand takes its numbers from a source of the program's own, or else from the schedule.
type Rand struct {
	src   Source
	draws *old.Rand // without src: nil for the one that all share
}

func New(src Source) *Rand {
	if c, ok := src.(interface{ rand() *old.Rand }); ok {
		return &Rand{draws: c.rand()}
	}
	return &Rand{src: src}
}

// shared takes from the schedule what needs no lock.
var shared old.Rand

func (r *Rand) schedule() *old.Rand {
	if r.draws != nil {
		return r.draws
	}
	return &shared
}

func (r *Rand) Uint64() uint64 {
	if r.src == nil {
		return r.schedule().Uint64()
	}
	return r.src.Uint64()
}
func (r *Rand) Int64() int64   { return int64(r.bits(63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.bits(32)) }
func (r *Rand) Int32() int32   { return int32(r.bits(31)) }
func (r *Rand) Int() int       { return int(r.Uint64() & (1<<63 - 1)) }
func (r *Rand) Uint() uint     { return uint(r.Uint64()) }

// bits is a number of n bits: the upper ones of 64, but of 63 the lower.
func (r *Rand) bits(n int) uint64 {
	switch {
	case r.src == nil:
		return uint64(r.schedule().Int63n(1<<(n-1)))<<1 | uint64(r.schedule().Int63n(2))
	case n == 63:
		return r.src.Uint64() &^ (1 << 63)
	}
	return r.src.Uint64() >> (64 - n)
}

// below is a number less than n. (Go: uint64n; Lemire.)
func (r *Rand) below(n uint64) uint64 {
	switch {
	case r.src == nil && n < 1<<63:
		return uint64(r.schedule().Int63n(int64(n)))
	case r.src == nil:
		return r.schedule().Uint64() % n
	case n&(n-1) == 0:
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		least := -n % n
		for lo < least {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func positive(ok bool, name string) {
	if !ok {
		panic("invalid argument to " + name)
	}
}

func (r *Rand) Int64N(n int64) int64 {
	positive(n > 0, "Int64N")
	return int64(r.below(uint64(n)))
}
func (r *Rand) Uint64N(n uint64) uint64 {
	positive(n > 0, "Uint64N")
	return r.below(n)
}
func (r *Rand) Int32N(n int32) int32 {
	positive(n > 0, "Int32N")
	return int32(r.below(uint64(n)))
}
func (r *Rand) Uint32N(n uint32) uint32 {
	positive(n > 0, "Uint32N")
	return uint32(r.below(uint64(n)))
}
func (r *Rand) IntN(n int) int {
	positive(n > 0, "IntN")
	return int(r.below(uint64(n)))
}
func (r *Rand) UintN(n uint) uint {
	positive(n > 0, "UintN")
	return uint(r.below(uint64(n)))
}

func (r *Rand) Float64() float64 { return float64(r.Uint64N(1<<53)) / (1 << 53) }
func (r *Rand) Float32() float32 {
	if r.src == nil {
		return r.schedule().Float32()
	}
	return float32(r.Uint32()<<8>>8) / (1 << 24)
}

func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	positive(n >= 0, "Shuffle")
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

func (r *Rand) ExpFloat64() float64 {
	if r.src == nil {
		return r.schedule().ExpFloat64()
	}
	return ziggurat.Exponential(func() (uint32, uint32) {
		u := r.Uint64()
		return uint32(u), uint32(u >> 32)
	}, r.Float64)
}

func (r *Rand) NormFloat64() float64 {
	if r.src == nil {
		return r.schedule().NormFloat64()
	}
	return ziggurat.Normal(func() (int32, uint32) {
		u := r.Uint64()
		return int32(u), uint32(u >> 32)
	}, r.Float64)
}

var global = &Rand{}

func Int64() int64                       { return old.Int63() }
func Uint32() uint32                     { return old.Uint32() }
func Uint64() uint64                     { return old.Uint64() }
func Int32() int32                       { return old.Int31() }
func Int() int                           { return old.Int() }
func Uint() uint                         { return uint(old.Uint64()) }
func Int64N(n int64) int64               { return global.Int64N(n) }
func Uint64N(n uint64) uint64            { return global.Uint64N(n) }
func Int32N(n int32) int32               { return global.Int32N(n) }
func Uint32N(n uint32) uint32            { return global.Uint32N(n) }
func IntN(n int) int                     { return global.IntN(n) }
func UintN(n uint) uint                  { return global.UintN(n) }
func Float64() float64                   { return old.Float64() }
func Float32() float32                   { return old.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func ExpFloat64() float64                { return global.ExpFloat64() }
func NormFloat64() float64               { return global.NormFloat64() }

func N[Int interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}](n Int) Int {
	positive(n > 0, "N")
	return Int(Uint64N(uint64(n)))
}
