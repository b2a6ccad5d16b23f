// Package hex follows Go's package encoding/hex.
//
//gopark:unsynchronized
package hex

import (
	"errors"
	"fmt"
	"io"
)

const digits = "0123456789abcdef"

var ErrLength = errors.New("encoding/hex: odd length hex string")

type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

func EncodedLen(n int) int { return n * 2 }
func DecodedLen(x int) int { return x / 2 }

func AppendEncode(dst, src []byte) []byte {
	for _, c := range src {
		dst = append(dst, digits[c>>4], digits[c&15])
	}
	return dst
}

func Encode(dst, src []byte) int {
	for i, c := range src {
		dst[2*i], dst[2*i+1] = digits[c>>4], digits[c&15]
	}
	return len(src) * 2
}

func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

func value(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		high, ok := value(src[2*n])
		if !ok {
			return n, InvalidByteError(src[2*n])
		}
		low, ok := value(src[2*n+1])
		if !ok {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = high<<4 | low
	}
	if len(src)%2 == 1 {
		if _, ok := value(src[len(src)-1]); !ok {
			return n, InvalidByteError(src[len(src)-1])
		}
		return n, ErrLength
	}
	return n, nil
}

func DecodeString(s string) ([]byte, error) {
	b := make([]byte, len(s)/2)
	n, err := Decode(b, []byte(s))
	return b[:n], err
}

func AppendDecode(dst, src []byte) ([]byte, error) {
	b, err := DecodeString(string(src))
	return append(dst, b...), err
}

type encoder struct{ w io.Writer }

func NewEncoder(w io.Writer) io.Writer { return encoder{w} }

func (e encoder) Write(p []byte) (int, error) {
	n, err := e.w.Write(AppendEncode(nil, p))
	return n / 2, err
}

// Dump is like the output of hexdump -C.
func Dump(data []byte) string {
	var out []byte
	for i := 0; i < len(data); i += 16 {
		out = fmt.Appendf(out, "%08x", i)
		text := []byte("  |")
		for j := i; j < i+16; j++ {
			if j%8 == 0 {
				out = append(out, ' ')
			}
			if j >= len(data) {
				out = append(out, "   "...)
				continue
			}
			out = fmt.Appendf(out, " %02x", data[j])
			if c := data[j]; c < 32 || c > 126 {
				text = append(text, '.')
			} else {
				text = append(text, c)
			}
		}
		out = append(append(out, text...), "|\n"...)
	}
	return string(out)
}
