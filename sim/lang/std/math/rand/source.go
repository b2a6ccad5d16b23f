// A source of a program's own is not safe for concurrent use: each draw changes it.
//
//gopark:unsynchronized
package rand

// chance is what NewSource makes. Its numbers are the schedule's, so its word never changes.
type chance struct{ word int }

func (c *chance) choose(n uint64) uint64 {
	c.word = 0
	return choose(n)
}

func (c *chance) Int63() int64    { return int64(c.choose(1 << 63)) }
func (c *chance) Uint64() uint64  { return c.choose(0) }
func (c *chance) Seed(seed int64) { c.word = 0 }
