// Package base64 follows Go's package encoding/base64, without its streams.
//
//gopark:unsynchronized
package base64

import "strconv"

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const (
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
)

type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

type Encoding struct {
	encode string
	decode [256]int8
	pad    rune
	strict bool
}

func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{encode: encoder, pad: StdPadding}
	for i := range e.decode {
		e.decode[i] = -1
	}
	for i := 0; i < 64; i++ {
		switch c := encoder[i]; {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.decode[c] >= 0:
			panic("encoding alphabet includes duplicate symbols")
		default:
			e.decode[c] = int8(i)
		}
	}
	return e
}

func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.decode[byte(padding)] >= 0:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

var (
	StdEncoding    = NewEncoding(letters + "+/")
	URLEncoding    = NewEncoding(letters + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for i := 0; i < len(src); i += 3 {
		part := src[i:min(i+3, len(src))]
		var v uint32
		for j := 0; j < 3; j++ {
			v <<= 8
			if j < len(part) {
				v |= uint32(part[j])
			}
		}
		for j := 0; j < 4; j++ {
			if j <= len(part) {
				dst = append(dst, enc.encode[v>>(18-6*j)&63])
			} else if enc.pad != NoPadding {
				dst = append(dst, byte(enc.pad))
			}
		}
	}
	return dst
}

func (enc *Encoding) Encode(dst, src []byte)           { copy(dst, enc.AppendEncode(nil, src)) }
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// next skips line ends.
func next(s []byte, i int) int {
	for i < len(s) && (s[i] == '\n' || s[i] == '\r') {
		i++
	}
	return i
}

// quantum decodes up to four characters from s[i:]; n is how many bytes they are.
func (enc *Encoding) quantum(s []byte, i int) (v [3]byte, n, after int, err error) {
	var bits uint32
	digits := 0
	for digits < 4 {
		at := next(s, i)
		if at == len(s) {
			if digits == 0 {
				return v, 0, at, nil
			}
			if digits == 1 || enc.pad != NoPadding {
				return v, 0, at, CorruptInputError(at - digits)
			}
			break
		}
		c := s[at]
		i = at + 1
		if enc.decode[c] >= 0 {
			bits = bits<<6 | uint32(enc.decode[c])
			digits++
			continue
		}
		if rune(c) != enc.pad {
			return v, 0, at, CorruptInputError(at)
		}
		if digits < 2 {
			return v, 0, at, CorruptInputError(at)
		}
		if digits == 2 {
			i = next(s, i)
			if i == len(s) {
				return v, 0, i, CorruptInputError(len(s))
			}
			if rune(s[i]) != enc.pad {
				return v, 0, i, CorruptInputError(i - 1)
			}
			i++
		}
		if i = next(s, i); i < len(s) {
			err = CorruptInputError(i)
		}
		break
	}
	bits <<= 6 * uint(4-digits)
	v = [3]byte{byte(bits >> 16), byte(bits >> 8), byte(bits)}
	n = digits * 6 / 8
	if enc.strict && digits < 4 && bits<<(8+8*n) != 0 {
		return v, 0, i, CorruptInputError(i - 4 + digits)
	}
	return v, n, i, err
}

func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	for i := 0; i < len(src); {
		v, n, after, err := enc.quantum(src, i)
		dst = append(dst, v[:n]...)
		if err != nil {
			return dst, err
		}
		i = after
	}
	return dst, nil
}

func (enc *Encoding) Decode(dst, src []byte) (int, error) {
	b, err := enc.AppendDecode(nil, src)
	return copy(dst, b), err
}

func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	return enc.AppendDecode(make([]byte, 0, enc.DecodedLen(len(s))), []byte(s))
}
