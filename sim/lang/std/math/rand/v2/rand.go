// Package rand follows Go's package math/rand/v2; its numbers are choices of the schedule.
//
//gopark:quiet
package rand

import old "math/rand"

func Int64() int64   { return old.Int63() }
func Uint32() uint32 { return old.Uint32() }
func Uint64() uint64 { return old.Uint64() }
func Int32() int32   { return old.Int31() }
func Int() int       { return old.Int() }

func positive(ok bool, name string) {
	if !ok {
		panic("invalid argument to " + name)
	}
}

func below(n uint64) uint64 {
	if n < 1<<63 {
		return uint64(old.Int63n(int64(n)))
	}
	return old.Uint64() % n
}

func Int64N(n int64) int64 {
	positive(n > 0, "Int64N")
	return old.Int63n(n)
}
func Int32N(n int32) int32 {
	positive(n > 0, "Int32N")
	return old.Int31n(n)
}
func IntN(n int) int {
	positive(n > 0, "IntN")
	return old.Intn(n)
}
func UintN(n uint) uint {
	positive(n > 0, "UintN")
	return uint(below(uint64(n)))
}
func Uint32N(n uint32) uint32 {
	positive(n > 0, "Uint32N")
	return uint32(old.Int63n(int64(n)))
}
func Uint64N(n uint64) uint64 {
	positive(n > 0, "Uint64N")
	return below(n)
}
func Float64() float64                   { return old.Float64() }
func Float32() float32                   { return old.Float32() }
func Perm(n int) []int                   { return old.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { old.Shuffle(n, swap) }

func N[Int interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}](n Int) Int {
	positive(n > 0, "N")
	return Int(Uint64N(uint64(n)))
}
