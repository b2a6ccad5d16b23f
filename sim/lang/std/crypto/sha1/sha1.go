// Package sha1 follows Go's package crypto/sha1.
//
//gopark:unsynchronized
package sha1

import (
	"encoding/binary"
	"hash"
	"math/bits"
)

const (
	Size      = 20
	BlockSize = 64
)

var initial = [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}

// The block in work, and how many bytes came in all.
type digest struct {
	h   [5]uint32
	x   []byte
	len uint64
}

func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Reset()         { *d = digest{h: initial} }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (int, error) {
	d.len += uint64(len(p))
	d.x = append(d.x, p...)
	for len(d.x) >= BlockSize {
		d.block(d.x[:BlockSize])
		d.x = d.x[BlockSize:]
	}
	return len(p), nil
}

func (d *digest) sum() (out [Size]byte) {
	e := &digest{h: d.h, x: append([]byte(nil), d.x...)}
	end := append([]byte{0x80}, make([]byte, (119-d.len%64)%64)...)
	e.Write(binary.BigEndian.AppendUint64(end, d.len*8))
	for i, h := range e.h {
		binary.BigEndian.PutUint32(out[4*i:], h)
	}
	return
}

func (d *digest) Sum(in []byte) []byte {
	s := d.sum()
	return append(in, s[:]...)
}

func Sum(data []byte) [Size]byte {
	d := &digest{h: initial}
	d.Write(data)
	return d.sum()
}

func (d *digest) block(p []byte) {
	var w [80]uint32
	for i := range w {
		if i < 16 {
			w[i] = binary.BigEndian.Uint32(p[4*i:])
		} else {
			w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
		}
	}
	a, b, c, e, g := d.h[0], d.h[1], d.h[2], d.h[3], d.h[4]
	for i := range w {
		var f, k uint32
		switch i / 20 {
		case 0:
			f, k = b&c|^b&e, 0x5a827999
		case 1:
			f, k = b^c^e, 0x6ed9eba1
		case 2:
			f, k = b&c|b&e|c&e, 0x8f1bbcdc
		default:
			f, k = b^c^e, 0xca62c1d6
		}
		a, b, c, e, g = bits.RotateLeft32(a, 5)+f+g+w[i]+k, a, bits.RotateLeft32(b, 30), c, e
	}
	for i, v := range [5]uint32{a, b, c, e, g} {
		d.h[i] += v
	}
}
