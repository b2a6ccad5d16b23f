// Package strconv follows Go's package strconv.
//
//gopark:quiet
package strconv

import "errors"

const IntSize = 64

var ErrRange = errors.New("value out of range")
var ErrSyntax = errors.New("invalid syntax")

type NumError struct {
	Func, Num string
	Err       error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}
func (e *NumError) Unwrap() error { return e.Err }

func numError(fn, s string, err error) *NumError { return &NumError{fn, s, err} }

func FormatUint(i uint64, base int) string {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	return formatDigits(i, base)
}

func formatDigits(u uint64, base int) string

func FormatInt(i int64, base int) string {
	if i < 0 {
		return "-" + FormatUint(-uint64(i), base)
	}
	return FormatUint(uint64(i), base)
}

func Itoa(i int) string { return FormatInt(int64(i), 10) }

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// FormatFloat: vm/float_text.cc does the work.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

func formatFloat(f float64, fmt byte, prec, bitSize int) string

func AppendInt(dst []byte, i int64, base int) []byte   { return append(dst, FormatInt(i, base)...) }
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }
func AppendBool(dst []byte, b bool) []byte             { return append(dst, FormatBool(b)...) }
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, numError("ParseBool", str, ErrSyntax)
}

// underscoreOK tells whether underscores stand only between digits or after a base prefix.
func underscoreOK(s string) bool {
	last := byte('^')
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex := false
	if len(s) >= 2 && s[0] == '0' && (s[1]|32 == 'b' || s[1]|32 == 'o' || s[1]|32 == 'x') {
		hex = s[1]|32 == 'x'
		s = s[2:]
		last = '0'
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9' || hex && 'a' <= c|32 && c|32 <= 'f':
			last = '0'
		case c == '_':
			if last != '0' {
				return false
			}
			last = '_'
		default:
			if last == '_' {
				return false
			}
			last = '!'
		}
	}
	return last != '_'
}

// parse is what ParseUint does; fn names the function in errors about orig.
func parse(fn, orig, s string, base, bitSize int) (uint64, error) {
	if s == "" {
		return 0, numError(fn, orig, ErrSyntax)
	}
	base0 := base == 0
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base = 10
		if s[0] == '0' {
			switch {
			case len(s) >= 3 && s[1]|32 == 'b':
				base, s = 2, s[2:]
			case len(s) >= 3 && s[1]|32 == 'o':
				base, s = 8, s[2:]
			case len(s) >= 3 && s[1]|32 == 'x':
				base, s = 16, s[2:]
			default:
				base, s = 8, s[1:]
			}
		}
	default:
		return 0, numError(fn, orig, errors.New("invalid base "+Itoa(base)))
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, numError(fn, orig, errors.New("invalid bit size "+Itoa(bitSize)))
	}
	max := uint64(1)<<uint(bitSize) - 1
	var n uint64
	underscores := false
	for i := 0; i < len(s); i++ {
		var d byte
		switch c := s[i]; {
		case c == '_' && base0:
			underscores = true
			continue
		case '0' <= c && c <= '9':
			d = c - '0'
		case 'a' <= c|32 && c|32 <= 'z':
			d = c | 32 - 'a' + 10
		default:
			return 0, numError(fn, orig, ErrSyntax)
		}
		if int(d) >= base {
			return 0, numError(fn, orig, ErrSyntax)
		}
		if n > (1<<64-1)/uint64(base) || n*uint64(base)+uint64(d) < n*uint64(base) || n*uint64(base)+uint64(d) > max {
			return max, numError(fn, orig, ErrRange)
		}
		n = n*uint64(base) + uint64(d)
	}
	if underscores && !underscoreOK(orig) {
		return 0, numError(fn, orig, ErrSyntax)
	}
	return n, nil
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parse("ParseUint", s, s, base, bitSize)
}

func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func parseInt(fn, s string, base, bitSize int) (int64, error) {
	digits := s
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		digits = s[1:]
	}
	u, err := parse(fn, s, digits, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	cutoff := uint64(1) << uint(bitSize-1)
	if !negative && u >= cutoff {
		return int64(cutoff - 1), numError(fn, s, ErrRange)
	}
	if negative && u > cutoff {
		return -int64(cutoff), numError(fn, s, ErrRange)
	}
	if negative {
		return -int64(u), nil
	}
	return int64(u), nil
}

func Atoi(s string) (int, error) {
	i, err := parseInt("Atoi", s, 10, 0)
	return int(i), err
}

// parseFloat: problem is 0, 1 for ErrSyntax or 2 for ErrRange.
func parseFloat(s string, bitSize int) (f float64, problem int)

func ParseFloat(s string, bitSize int) (float64, error) {
	f, problem := parseFloat(s, bitSize)
	switch problem {
	case 1:
		return 0, numError("ParseFloat", s, ErrSyntax)
	case 2:
		return f, numError("ParseFloat", s, ErrRange)
	}
	return f, nil
}
