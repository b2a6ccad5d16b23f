//gopark:quiet
package time

import "errors"

type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// digits is u in decimal with zeros in front up to width.
func digits(u uint64, width int) string {
	var b [20]byte
	i := len(b)
	for u > 0 || width > 0 || i == len(b) {
		i--
		b[i] = byte('0' + u%10)
		u /= 10
		width--
	}
	return string(b[i:])
}

// fraction is "." and n/10^places without trailing zeros, or "".
func fraction(n uint64, places int) string {
	if n == 0 {
		return ""
	}
	for n%10 == 0 {
		n /= 10
		places--
	}
	return "." + digits(n, places)
}

func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	u, sign := uint64(d), ""
	if d < 0 {
		u, sign = -u, "-"
	}
	switch {
	case u < uint64(Microsecond):
		return sign + digits(u, 0) + "ns"
	case u < uint64(Millisecond):
		return sign + digits(u/1000, 0) + fraction(u%1000, 3) + "µs"
	case u < uint64(Second):
		return sign + digits(u/1e6, 0) + fraction(u%1e6, 6) + "ms"
	}
	s := digits(u/1e9%60, 0) + fraction(u%1e9, 9) + "s"
	if minutes := u / 60e9; minutes > 0 {
		s = digits(minutes%60, 0) + "m" + s
		if minutes >= 60 {
			s = digits(minutes/60, 0) + "h" + s
		}
	}
	return sign + s
}

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }
func (d Duration) Seconds() float64    { return float64(d/Second) + float64(d%Second)/1e9 }
func (d Duration) Minutes() float64    { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }
func (d Duration) Hours() float64      { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if uint64(r)+uint64(r) < uint64(m) {
			return d + r
		}
		if d1 := d - m + r; d1 < d {
			return d1
		}
		return minDuration
	}
	if uint64(r)+uint64(r) < uint64(m) {
		return d - r
	}
	if d1 := d + m - r; d1 > d {
		return d1
	}
	return maxDuration
}

func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

func unitOf(name string) uint64 {
	switch name {
	case "ns":
		return 1
	case "us", "µs", "μs":
		return 1e3
	case "ms":
		return 1e6
	case "s":
		return 1e9
	case "m":
		return 60e9
	case "h":
		return 3600e9
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func ParseDuration(s string) (Duration, error) {
	orig := s
	invalid := errors.New("time: invalid duration " + quote(orig))
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return 0, invalid
	}
	var total uint64
	for s != "" {
		var whole, part uint64
		scale, i := 1.0, 0
		for ; i < len(s) && isDigit(s[i]); i++ {
			if whole > 1<<63/10 {
				return 0, invalid
			}
			whole = whole*10 + uint64(s[i]-'0')
			if whole > 1<<63 {
				return 0, invalid
			}
		}
		any := i > 0
		if i < len(s) && s[i] == '.' {
			overflow := false
			for i++; i < len(s) && isDigit(s[i]); i++ {
				any = true
				if overflow || part > (1<<63-1)/10 {
					overflow = true
					continue
				}
				if next := part*10 + uint64(s[i]-'0'); next <= 1<<63 {
					part, scale = next, scale*10
				} else {
					overflow = true
				}
			}
		}
		if !any {
			return 0, invalid
		}
		s = s[i:]
		for i = 0; i < len(s) && s[i] != '.' && !isDigit(s[i]); i++ {
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(orig))
		}
		unit := unitOf(s[:i])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(s[:i]) + " in duration " + quote(orig))
		}
		s = s[i:]
		if whole > 1<<63/unit {
			return 0, invalid
		}
		whole *= unit
		if part > 0 {
			whole += uint64(float64(part) * (float64(unit) / scale))
			if whole > 1<<63 {
				return 0, invalid
			}
		}
		total += whole
		if total > 1<<63 {
			return 0, invalid
		}
	}
	if negative {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return 0, invalid
	}
	return Duration(total), nil
}

func quote(s string) string {
	q := `"`
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			q += `\` + string(rune(c))
		case c < ' ' || c >= 0x80:
			q += `\x` + "0123456789abcdef"[c>>4:c>>4+1] + "0123456789abcdef"[c&15:c&15+1]
		default:
			q += s[i : i+1]
		}
	}
	return q + `"`
}
