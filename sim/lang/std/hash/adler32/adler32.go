// Package adler32 follows Go's package hash/adler32.
//
//gopark:unsynchronized
package adler32

import "hash"

const Size = 4

type digest uint32

func update(d digest, p []byte) digest {
	a, b := uint32(d&0xffff), uint32(d>>16)
	for _, c := range p {
		a = (a + uint32(c)) % 65521
		b = (b + a) % 65521
	}
	return digest(b<<16 | a)
}

func New() hash.Hash32 {
	d := digest(1)
	return &d
}

func Checksum(data []byte) uint32 { return uint32(update(1, data)) }

func (d *digest) Write(p []byte) (int, error) {
	*d = update(*d, p)
	return len(p), nil
}
func (d *digest) Sum32() uint32  { return uint32(*d) }
func (d *digest) Reset()         { *d = 1 }
func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Sum(in []byte) []byte {
	return append(in, byte(*d>>24), byte(*d>>16), byte(*d>>8), byte(*d))
}
