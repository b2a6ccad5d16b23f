// Package sha1 follows Go's package crypto/sha1.
//
//gopark:unsynchronized
package sha1

import (
	"encoding/binary"
	"hash"
	"internal/blocks"
	"math/bits"
)

const (
	Size      = 20
	BlockSize = blocks.Size
)

var initial = []uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}

type digest struct{ *blocks.Hash }

func start() *blocks.Hash { return blocks.New(initial, binary.BigEndian, mix) }

func New() hash.Hash { return &digest{start()} }

func Sum(data []byte) [Size]byte { return [Size]byte(blocks.Sum(start(), data)) }

func mix(h []uint32, p []byte) {
	var w [80]uint32
	for i := range w {
		if i < 16 {
			w[i] = binary.BigEndian.Uint32(p[4*i:])
		} else {
			w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
		}
	}
	a, b, c, e, g := h[0], h[1], h[2], h[3], h[4]
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
		h[i] += v
	}
}
