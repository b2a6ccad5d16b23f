//gopark:quiet
package time

const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// The parts of a layout; of two that begin alike the longer stands first.
var parts = [...]string{"January", "Jan", "Monday", "Mon", "MST", "002", "01", "02", "03", "04", "05", "06",
	"2006", "15", "1", "2", "__2", "_2", "3", "4", "5", "PM", "pm",
	"-07:00:00", "-070000", "-07:00", "-0700", "-07",
	"Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07"}

// partAt is the part of a layout that stands at its beginning, or "".
func partAt(layout string) string {
	switch c := layout[0]; {
	case c == '.' || c == ',':
		n := 1
		for n < len(layout) && layout[n] == layout[1] && (layout[1] == '0' || layout[1] == '9') {
			n++
		}
		if n > 1 && (n == len(layout) || !isDigit(layout[n])) {
			return layout[:n]
		}
		return ""
	case c > '_' && c != 'p' || c == ' ':
		return ""
	}
	for _, part := range parts {
		if len(layout) < len(part) || layout[:len(part)] != part {
			continue
		}
		rest := layout[len(part):]
		if (part == "Jan" || part == "Mon") && rest != "" && 'a' <= rest[0] && rest[0] <= 'z' {
			continue
		}
		if part == "_2" && len(rest) >= 3 && rest[:3] == "006" {
			return ""
		}
		return part
	}
	return ""
}

func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

func (t Time) AppendFormat(b []byte, layout string) []byte {
	for layout != "" {
		part := partAt(layout)
		if part == "" {
			b = append(b, layout[0])
			layout = layout[1:]
			continue
		}
		b = append(b, t.part(part)...)
		layout = layout[len(part):]
	}
	return b
}

func padded(n int, pad string) string {
	s := digits(uint64(n), 0)
	if len(s) >= 2 {
		return s
	}
	return pad + s
}

func (t Time) part(part string) string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	hour12 := (hour+11)%12 + 1
	switch part {
	case "January":
		return month.String()
	case "Jan":
		return month.String()[:3]
	case "1":
		return digits(uint64(month), 0)
	case "01":
		return padded(int(month), "0")
	case "Monday":
		return t.Weekday().String()
	case "Mon":
		return t.Weekday().String()[:3]
	case "2":
		return digits(uint64(day), 0)
	case "_2":
		return padded(day, " ")
	case "02":
		return padded(day, "0")
	case "__2":
		s := digits(uint64(t.YearDay()), 0)
		return "  "[:3-len(s)] + s
	case "002":
		return digits(uint64(t.YearDay()), 3)
	case "15":
		return padded(hour, "0")
	case "3":
		return digits(uint64(hour12), 0)
	case "03":
		return padded(hour12, "0")
	case "4":
		return digits(uint64(min), 0)
	case "04":
		return padded(min, "0")
	case "5":
		return digits(uint64(sec), 0)
	case "05":
		return padded(sec, "0")
	case "2006":
		if year < 0 {
			return "-" + digits(uint64(-year), 4)
		}
		return digits(uint64(year), 4)
	case "06":
		return digits(uint64((year%100+100)%100), 2)
	case "PM":
		if hour >= 12 {
			return "PM"
		}
		return "AM"
	case "pm":
		if hour >= 12 {
			return "pm"
		}
		return "am"
	case "MST":
		return t.zoneName()
	}
	if part[0] == '.' || part[0] == ',' {
		return t.fraction(part)
	}
	return t.zoneOffset(part)
}

func (t Time) zoneName() string {
	name, offset := t.Zone()
	if name != "" {
		return name
	}
	minutes, sign := offset/60, "+"
	if minutes < 0 {
		minutes, sign = -minutes, "-"
	}
	return sign + digits(uint64(minutes/60), 2) + digits(uint64(minutes%60), 2)
}

func (t Time) fraction(part string) string {
	s := digits(uint64(t.nsec), 9)
	for len(s) < len(part)-1 {
		s += "0"
	}
	s = s[:len(part)-1]
	if part[1] == '9' {
		for s != "" && s[len(s)-1] == '0' {
			s = s[:len(s)-1]
		}
		if s == "" {
			return ""
		}
	}
	return part[:1] + s
}

func (t Time) zoneOffset(part string) string {
	_, offset := t.Zone()
	if part[0] == 'Z' && offset == 0 {
		return "Z"
	}
	zone, sign := offset/60, "+"
	if zone < 0 {
		zone, sign = -zone, "-"
	}
	if offset < 0 {
		offset = -offset
	}
	s := sign + digits(uint64(zone/60), 2)
	colon := ""
	if len(part) > 3 && part[3] == ':' {
		colon = ":"
	}
	if len(part) > 3 {
		s += colon + digits(uint64(zone%60), 2)
	}
	if len(part) > 6 {
		s += colon + digits(uint64(offset%60), 2)
	}
	return s
}

func (t Time) String() string { return t.Format("2006-01-02 15:04:05.999999999 -0700 MST") }

func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	s := "time.Date("
	if year < 0 {
		s += "-"
		year = -year
	}
	s += digits(uint64(year), 0) + ", time." + month.String()
	for _, n := range [...]int{day, hour, min, sec, int(t.nsec)} {
		s += ", " + digits(uint64(n), 0)
	}
	zone := "time.UTC"
	if t.loc != nil {
		zone = "time.Location(" + quote(t.loc.name) + ")"
	}
	return s + ", " + zone + ")"
}
