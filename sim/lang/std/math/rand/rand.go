// Package rand follows Go's package math/rand, but its numbers are choices of the schedule: whatever
// the seed, every number that the range allows may come. That covers what real Go does, which takes
// a random seed unless told otherwise.
//
//gopark:quiet
package rand

import (
	"internal/ziggurat"
	"math"
)

// choose is a number below n; the schedule picks which.
func choose(n uint64) uint64

type Source interface {
	Int63() int64
	Seed(seed int64)
}
type Source64 interface {
	Source
	Uint64() uint64
}

func NewSource(seed int64) Source { return &chance{} }

// Rand takes its numbers from a source of the program's own, as Go's does, or else from the schedule.
type Rand struct {
	src     Source
	chance  *chance // without src: nil for the one that all share behind a lock
	readVal int64 // what Read has not given away yet
	readPos int8
}

func New(src Source) *Rand {
	if c, ok := src.(*chance); ok {
		return &Rand{chance: c}
	}
	return &Rand{src: src}
}

func (r *Rand) choose(n uint64) uint64 {
	if r.chance != nil {
		return r.chance.choose(n)
	}
	return choose(n)
}

func (r *Rand) Seed(seed int64) {
	if r.chance != nil {
		r.chance.Seed(seed)
	}
	if r.src != nil {
		r.src.Seed(seed)
		r.readPos = 0
	}
}

func (r *Rand) Int63() int64 {
	if r.src == nil {
		return int64(r.choose(1 << 63))
	}
	return r.src.Int63()
}
func (r *Rand) Uint32() uint32 {
	if r.src == nil {
		return uint32(r.choose(1 << 32))
	}
	return uint32(r.src.Int63() >> 31)
}
func (r *Rand) Uint64() uint64 {
	if r.src == nil {
		return r.choose(0)
	}
	if s, ok := r.src.(Source64); ok {
		return s.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}
func (r *Rand) Int31() int32 {
	if r.src == nil {
		return int32(r.choose(1 << 31))
	}
	return int32(r.src.Int63() >> 32)
}
func (r *Rand) Int() int { return int(r.Int63()) }

func (r *Rand) Int63n(n int64) int64 {
	switch {
	case n <= 0:
		panic("invalid argument to Int63n")
	case r.src == nil:
		return int64(r.choose(uint64(n)))
	case n&(n-1) == 0:
		return r.Int63() & (n - 1)
	}
	max := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > max {
		v = r.Int63()
	}
	return v % n
}
func (r *Rand) Int31n(n int32) int32 {
	switch {
	case n <= 0:
		panic("invalid argument to Int31n")
	case r.src == nil:
		return int32(r.choose(uint64(n)))
	case n&(n-1) == 0:
		return r.Int31() & (n - 1)
	}
	max := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > max {
		v = r.Int31()
	}
	return v % n
}

// int31n is Int31n by a multiplication. (Go: Lemire.)
func (r *Rand) int31n(n int32) int32 {
	if r.src == nil {
		return int32(r.choose(uint64(n)))
	}
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < uint32(n) {
		least := uint32(-n) % uint32(n)
		for uint32(product) < least {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int32(product >> 32)
}
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}
func (r *Rand) Float64() float64 {
	if r.src == nil {
		return float64(r.choose(1<<53)) / (1 << 53)
	}
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}
func (r *Rand) Float32() float32 {
	if r.src == nil {
		return float32(r.choose(1<<24)) / (1 << 24)
	}
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-1-1; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.int31n(int32(i+1))))
	}
}

func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.src == nil {
			p[i] = byte(r.choose(256))
			continue
		}
		if r.readPos == 0 {
			r.readVal, r.readPos = r.src.Int63(), 7
		}
		p[i] = byte(r.readVal)
		r.readVal >>= 8
		r.readPos--
	}
	return len(p), nil
}

// exponential and normal turn even chances into others by the inverse of the distribution's sum, and
// by Box and Muller. REQUIRES: the numbers are the schedule's; from a source, Go makes others.
func exponential(u float64) float64 { return -math.Log(1 - u) }

func normal(u, v float64) float64 { return math.Sqrt(2*exponential(u)) * math.Cos(2*math.Pi*v) }

func (r *Rand) ExpFloat64() float64 {
	if r.src == nil {
		return exponential(r.Float64())
	}
	return ziggurat.Exponential(func() (uint32, uint32) {
		j := r.Uint32()
		return j, j
	}, r.Float64)
}

func (r *Rand) NormFloat64() float64 {
	if r.src == nil {
		return normal(r.Float64(), r.Float64())
	}
	return ziggurat.Normal(func() (int32, uint32) {
		j := r.Uint32()
		return int32(j), j
	}, r.Float64)
}

var global = &Rand{}

func Seed(seed int64)                    {}
func Int63() int64                       { return global.Int63() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64() uint64                     { return global.Uint64() }
func Int31() int32                       { return global.Int31() }
func Int() int                           { return global.Int() }
func Int63n(n int64) int64               { return global.Int63n(n) }
func Int31n(n int32) int32               { return global.Int31n(n) }
func Intn(n int) int                     { return global.Intn(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func ExpFloat64() float64                { return global.ExpFloat64() }
func NormFloat64() float64               { return global.NormFloat64() }
func Read(p []byte) (n int, err error)   { return global.Read(p) }
