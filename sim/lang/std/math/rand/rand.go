// Package rand follows Go's package math/rand, but its numbers are choices of the schedule: whatever
// the seed, every number that the range allows may come. That covers what real Go does, which takes
// a random seed unless told otherwise.
//
//gopark:quiet
package rand

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

type chance struct{}

func (chance) Int63() int64    { return int64(choose(1 << 63)) }
func (chance) Uint64() uint64  { return choose(0) }
func (chance) Seed(seed int64) {}

func NewSource(seed int64) Source { return &chance{} }

// Rand takes its numbers from a source of the program's own, or else from the schedule.
type Rand struct{ src Source }

func New(src Source) *Rand {
	if _, ok := src.(*chance); ok {
		return &Rand{}
	}
	return &Rand{src}
}

func (r *Rand) Seed(seed int64) {
	if r.src != nil {
		r.src.Seed(seed)
	}
}

// below is a number less than n.
func (r *Rand) below(n uint64) uint64 {
	if r.src == nil {
		return choose(n)
	}
	if n&(n-1) == 0 {
		return uint64(r.src.Int63()) & (n - 1)
	}
	max := uint64(1)<<63 - 1 - uint64(1)<<63%n
	v := uint64(r.src.Int63())
	for v > max {
		v = uint64(r.src.Int63())
	}
	return v % n
}

func (r *Rand) Int63() int64   { return int64(r.below(1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.below(1 << 32)) }
func (r *Rand) Uint64() uint64 {
	if r.src == nil {
		return choose(0)
	}
	if s, ok := r.src.(Source64); ok {
		return s.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}
func (r *Rand) Int31() int32 { return int32(r.below(1 << 31)) }
func (r *Rand) Int() int     { return int(r.below(1 << 63)) }
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	return int64(r.below(uint64(n)))
}
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	return int32(r.below(uint64(n)))
}
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	return int(r.below(uint64(n)))
}
func (r *Rand) Float64() float64 { return float64(r.below(1<<53)) / (1 << 53) }
func (r *Rand) Float32() float32 { return float32(r.below(1<<24)) / (1 << 24) }

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
	for i := n - 1; i > 0; i-- {
		swap(i, r.Intn(i+1))
	}
}

func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		p[i] = byte(r.below(256))
	}
	return len(p), nil
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
func Read(p []byte) (n int, err error)   { return global.Read(p) }
