// Package blocks is what md5, sha1 and sha256 have in common: some words, and a message that is mixed
// into them in blocks of 64 bytes; its end says how long it was.
//
//gopark:unsynchronized
package blocks

import "encoding/binary"

const Size = 64

// The words, the block in work, and how many bytes came in all.
type Hash struct {
	initial []uint32
	order   binary.AppendByteOrder
	mix     func(h []uint32, block []byte)
	h       []uint32
	x       []byte
	len     uint64
}

func New(initial []uint32, order binary.AppendByteOrder, mix func(h []uint32, block []byte)) *Hash {
	d := &Hash{initial: initial, order: order, mix: mix}
	d.Reset()
	return d
}

func (d *Hash) Reset()         { d.h, d.x, d.len = append([]uint32(nil), d.initial...), nil, 0 }
func (d *Hash) Size() int      { return 4 * len(d.initial) }
func (d *Hash) BlockSize() int { return Size }

func (d *Hash) Write(p []byte) (int, error) {
	d.len += uint64(len(p))
	d.x = append(d.x, p...)
	for len(d.x) >= Size {
		d.mix(d.h, d.x[:Size])
		d.x = d.x[Size:]
	}
	return len(p), nil
}

func (d *Hash) Sum(in []byte) []byte {
	e := *d
	e.h = append([]uint32(nil), d.h...)
	e.x = append([]byte(nil), d.x...)
	end := append([]byte{0x80}, make([]byte, (119-d.len%64)%64)...)
	e.Write(d.order.AppendUint64(end, d.len*8))
	for _, h := range e.h {
		in = d.order.AppendUint32(in, h)
	}
	return in
}

// Of one message.
func Sum(d *Hash, data []byte) []byte {
	d.Write(data)
	return d.Sum(nil)
}
