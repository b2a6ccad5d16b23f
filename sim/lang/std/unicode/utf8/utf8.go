// Package utf8 follows Go's package unicode/utf8.
//
//gopark:quiet
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

func RuneCountInString(s string) (n int)
func ValidString(s string) bool

func RuneCount(p []byte) int { return RuneCountInString(string(p)) }
func Valid(p []byte) bool    { return ValidString(string(p)) }
func RuneStart(b byte) bool  { return b&0xC0 != 0x80 }
func FullRune(p []byte) bool { return FullRuneInString(string(p[:min(len(p), UTFMax)])) }
func ValidRune(r rune) bool  { return 0 <= r && r < 0xD800 || 0xDFFF < r && r <= MaxRune }
func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// FullRuneInString: an invalid encoding is full, as it is a rune of width 1.
func FullRuneInString(s string) bool {
	if s == "" {
		return false
	}
	need := 1
	switch c := s[0]; {
	case 0xC2 <= c && c < 0xE0:
		need = 2
	case 0xE0 <= c && c < 0xF0:
		need = 3
	case 0xF0 <= c && c < 0xF5:
		need = 4
	}
	if len(s) >= need {
		return true
	}
	// A beginning that some valid encoding has is not full yet.
	for i := 1; i < len(s); i++ {
		low, high := byte(0x80), byte(0xBF)
		if i == 1 {
			switch s[0] {
			case 0xE0:
				low = 0xA0
			case 0xED:
				high = 0x9F
			case 0xF0:
				low = 0x90
			case 0xF4:
				high = 0x8F
			}
		}
		if s[i] < low || high < s[i] {
			return true
		}
	}
	return false
}

func DecodeRuneInString(s string) (rune, int) {
	if s == "" {
		return RuneError, 0
	}
	if s[0] < RuneSelf {
		return rune(s[0]), 1
	}
	first := RuneError
	for i, r := range s {
		if i > 0 {
			return first, i
		}
		first = r
	}
	return first, len(s)
}

func DecodeRune(p []byte) (rune, int) {
	if len(p) > 0 && p[0] < RuneSelf {
		return rune(p[0]), 1
	}
	return DecodeRuneInString(string(p[:min(len(p), UTFMax)]))
}

func DecodeLastRuneInString(s string) (rune, int) {
	if s == "" {
		return RuneError, 0
	}
	start := len(s) - 1
	if s[start] < RuneSelf {
		return rune(s[start]), 1
	}
	limit := len(s) - UTFMax
	for i := start - 1; i >= 0 && i >= limit; i-- {
		if RuneStart(s[i]) {
			if r, size := DecodeRuneInString(s[i:]); i+size == len(s) {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

func DecodeLastRune(p []byte) (rune, int) {
	if len(p) > UTFMax {
		p = p[len(p)-UTFMax:]
	}
	return DecodeLastRuneInString(string(p))
}

func RuneLen(r rune) int {
	switch {
	case !ValidRune(r):
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		return 3
	}
	return 4
}

func EncodeRune(p []byte, r rune) int {
	s := string(r)
	_ = p[len(s)-1]
	return copy(p, s)
}

func AppendRune(p []byte, r rune) []byte { return append(p, string(r)...) }
