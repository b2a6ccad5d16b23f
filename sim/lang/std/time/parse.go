//gopark:quiet
package time

import "errors"

// ParseError describes a problem parsing a time string.
type ParseError struct {
	Layout, Value, LayoutElem, ValueElem, Message string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " +
		quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

var errBad = errors.New("bad value for field")

func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// parser is what has been read of a value; -1 is what has not.
type parser struct {
	value                  string
	year, month, day, yday int
	hour, min, sec, nsec   int
	pm, am                 bool
	utc                    bool
	offset                 int
	hasOffset              bool
	zone                   string
	outside                string // what is out of range
}

func parse(layout, value string, loc, local *Location) (Time, error) {
	p := parser{value: value, month: -1, day: -1, yday: -1}
	for rest := layout; ; {
		n := 0
		for n < len(rest) && partAt(rest[n:]) == "" {
			n++
		}
		prefix := rest[:n]
		left, ok := skip(p.value, prefix)
		if !ok {
			return Time{}, &ParseError{layout, value, prefix, left, ""}
		}
		p.value, rest = left, rest[n:]
		if rest == "" {
			if left != "" {
				return Time{}, &ParseError{layout, value, "", left, ": extra text: " + quote(left)}
			}
			break
		}
		part := partAt(rest)
		rest = rest[len(part):]
		if err := p.part(part, rest); err != nil {
			return Time{}, &ParseError{layout, value, part, left, ""}
		}
		if p.outside != "" {
			return Time{}, &ParseError{layout, value, part, p.value, ": " + p.outside + " out of range"}
		}
	}
	return p.time(layout, value, loc, local)
}

// skip takes the prefix off the value; blanks stand for any number of blanks.
func skip(value, prefix string) (string, bool) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, false
			}
			prefix, value = cutBlanks(prefix), cutBlanks(value)
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, false
		}
		prefix, value = prefix[1:], value[1:]
	}
	return value, true
}

func cutBlanks(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

func digitAt(s string, i int) bool { return i < len(s) && isDigit(s[i]) }

func isFraction(s string) bool {
	return len(s) >= 2 && (s[0] == '.' || s[0] == ',') && isDigit(s[1])
}

// number reads one digit or two; min says how many there must be, max how many there may.
func (p *parser) number(min, max int) (int, error) {
	n, v := 0, 0
	for n < max && digitAt(p.value, n) {
		v = v*10 + int(p.value[n]-'0')
		n++
	}
	if n < min {
		return 0, errBad
	}
	p.value = p.value[n:]
	return v, nil
}

// ranged is number for what must be between low and high.
func (p *parser) ranged(to *int, min, low, high int, name string) (err error) {
	*to, err = p.number(min, 2)
	if err == nil && (*to < low || *to > high) {
		p.outside = name
	}
	return err
}

// name reads one of n names, of which the first `letters` count; 0: all.
func (p *parser) name(n, letters int, of func(int) string) (int, error) {
	for i := 0; i < n; i++ {
		name := of(i)
		if letters != 0 {
			name = name[:letters]
		}
		if len(p.value) >= len(name) && sameLetters(p.value[:len(name)], name) {
			p.value = p.value[len(name):]
			return i, nil
		}
	}
	return 0, errBad
}

func sameLetters(a, b string) bool {
	for i := 0; i < len(a); i++ {
		x, y := a[i]|0x20, b[i]|0x20
		if x != y || x < 'a' || x > 'z' {
			return false
		}
	}
	return true
}

func (p *parser) part(part, rest string) (err error) {
	monthName := func(i int) string { return Month(i + 1).String() }
	dayName := func(i int) string { return Weekday(i).String() }
	switch part {
	case "06":
		if p.year, err = p.number(2, 2); p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case "2006":
		p.year, err = p.number(4, 4)
	case "Jan":
		p.month, err = p.name(12, 3, monthName)
		p.month++
	case "January":
		p.month, err = p.name(12, 0, monthName)
		p.month++
	case "1", "01":
		err = p.ranged(&p.month, len(part), 1, 12, "month")
	case "Mon":
		_, err = p.name(7, 3, dayName)
	case "Monday":
		_, err = p.name(7, 0, dayName)
	case "2", "02", "_2":
		if part == "_2" && p.value != "" && p.value[0] == ' ' {
			p.value = p.value[1:]
		}
		p.day, err = p.number(1+btoi(part == "02"), 2)
	case "__2", "002":
		for i := 0; i < 2 && part == "__2" && p.value != "" && p.value[0] == ' '; i++ {
			p.value = p.value[1:]
		}
		p.yday, err = p.number(1+2*btoi(part == "002"), 3)
	case "15":
		err = p.ranged(&p.hour, 1, 0, 23, "hour")
	case "3", "03":
		err = p.ranged(&p.hour, len(part), 0, 12, "hour")
	case "4", "04":
		err = p.ranged(&p.min, len(part), 0, 59, "minute")
	case "5", "05":
		err = p.ranged(&p.sec, len(part), 0, 59, "second")
		// A fraction may follow though the layout does not have one.
		next := ""
		if rest != "" {
			next = partAt(rest)
		}
		if err == nil && isFraction(p.value) && (next == "" || next[0] != '.' && next[0] != ',') {
			err = p.fraction(0)
		}
	case "PM", "pm":
		err = p.half(part)
	case "MST":
		err = p.zoneName()
	default:
		switch {
		case part[0] != '.' && part[0] != ',':
			err = p.zoneOffset(part)
		case part[1] == '0':
			if len(p.value) < len(part) {
				return errBad
			}
			err = p.fraction(len(part) - 1)
		case isFraction(p.value):
			err = p.fraction(0)
		}
	}
	return err
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fraction reads so many digits after the point; 0: as many as there are.
func (p *parser) fraction(digits int) error {
	if p.value[0] != '.' && p.value[0] != ',' {
		return errBad
	}
	n := 1
	for digitAt(p.value, n) && (digits == 0 || n <= digits) {
		n++
	}
	if n <= digits {
		return errBad
	}
	p.nsec = 0
	for i := 1; i <= 9; i++ {
		p.nsec *= 10
		if i < n {
			p.nsec += int(p.value[i] - '0')
		}
	}
	p.value = p.value[n:]
	return nil
}

func (p *parser) half(part string) error {
	if len(p.value) < 2 {
		return errBad
	}
	half := p.value[:2]
	p.value = p.value[2:]
	switch lower := part == "pm"; {
	case half == "PM" && !lower || half == "pm" && lower:
		p.pm = true
	case half == "AM" && !lower || half == "am" && lower:
		p.am = true
	default:
		return errBad
	}
	return nil
}

func (p *parser) zoneOffset(part string) error {
	if part[0] == 'Z' && p.value != "" && p.value[0] == 'Z' {
		p.value = p.value[1:]
		p.utc = true
		return nil
	}
	if len(p.value) < len(part) || p.value[0] != '+' && p.value[0] != '-' {
		return errBad
	}
	sign := p.value[0]
	p.value = p.value[1:]
	var clock [3]int
	for i, n := 0, 0; n < len(part)-1; i++ {
		if n > 0 && len(part) > 3 && part[3] == ':' {
			if p.value[0] != ':' {
				return errBad
			}
			p.value = p.value[1:]
			n++
		}
		v, err := p.number(2, 2)
		if err != nil {
			return err
		}
		clock[i] = v
		n += 2
	}
	switch {
	case clock[0] > 24:
		p.outside = "time zone offset hour"
	case clock[1] > 60:
		p.outside = "time zone offset minute"
	case clock[2] > 60:
		p.outside = "time zone offset second"
	}
	p.offset, p.hasOffset = (clock[0]*60+clock[1])*60+clock[2], true
	if sign == '-' {
		p.offset = -p.offset
	}
	return nil
}

func (p *parser) zoneName() error {
	v := p.value
	if len(v) >= 3 && v[:3] == "UTC" {
		p.utc, p.value = true, v[3:]
		return nil
	}
	n := zoneLength(v)
	if n == 0 {
		return errBad
	}
	p.zone, p.value = v[:n], v[n:]
	return nil
}

// zoneLength: three or four capital letters, or five of which the last is T; or GMT with hours, or hours.
func zoneLength(v string) int {
	if len(v) < 3 {
		return 0
	}
	if len(v) >= 4 && (v[:4] == "ChST" || v[:4] == "MeST") {
		return 4
	}
	if v[:3] == "GMT" {
		return 3 + signedHours(v[3:])
	}
	if v[0] == '+' || v[0] == '-' {
		return signedHours(v)
	}
	n := 0
	for n < 6 && n < len(v) && 'A' <= v[n] && v[n] <= 'Z' {
		n++
	}
	switch {
	case n == 3, n == 5 && v[4] == 'T', n == 4 && (v[3] == 'T' || v[:4] == "WITA"):
		return n
	}
	return 0
}

func signedHours(v string) int {
	if v == "" || v[0] != '+' && v[0] != '-' {
		return 0
	}
	n, hours := 1, 0
	for digitAt(v, n) && hours <= 23 {
		hours = hours*10 + int(v[n]-'0')
		n++
	}
	if n == 1 || hours > 23 {
		return 0
	}
	return n
}

func (p *parser) time(layout, value string, loc, local *Location) (Time, error) {
	fail := func(what string) (Time, error) {
		return Time{}, &ParseError{layout, value, "", p.value, ": " + what}
	}
	if p.pm && p.hour < 12 {
		p.hour += 12
	} else if p.am && p.hour == 12 {
		p.hour = 0
	}
	if p.yday >= 0 {
		d := Date(p.year, January, p.yday, 0, 0, 0, 0, UTC)
		if p.yday < 1 || d.Year() != p.year {
			return fail("day-of-year out of range")
		}
		if p.month >= 0 && p.month != int(d.Month()) {
			return fail("day-of-year does not match month")
		}
		if p.day >= 0 && p.day != d.Day() {
			return fail("day-of-year does not match day")
		}
		p.month, p.day = int(d.Month()), d.Day()
	}
	p.month = max(p.month, 1)
	if p.day < 0 {
		p.day = 1
	}
	last := Date(p.year, Month(p.month+1), 0, 0, 0, 0, 0, UTC).Day()
	if p.day < 1 || p.day > last {
		return fail("day out of range")
	}
	if p.utc {
		loc = UTC
	}
	t := Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, UTC)
	name, offset := t.In(local).Zone()
	switch {
	case p.utc || !p.hasOffset && p.zone == "":
	case p.hasOffset:
		if offset != p.offset || p.zone != "" && p.zone != name {
			local = FixedZone(p.zone, p.offset)
		}
		loc = local
	case p.zone == name:
		loc = local
	default:
		hours := 0
		if len(p.zone) > 3 && p.zone[:3] == "GMT" {
			for _, c := range p.zone[4:] {
				hours = hours*10 + int(c-'0')
			}
			if p.zone[3] == '-' {
				hours = -hours
			}
		}
		loc = FixedZone(p.zone, hours*3600)
	}
	return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc), nil
}

func (t Time) IsDST() bool { return false }

func (t Time) MarshalText() ([]byte, error) { return []byte(t.Format(RFC3339Nano)), nil }

func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return err
}
