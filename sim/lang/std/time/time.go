//gopark:quiet
package time

import "errors"

// Time counts seconds since January 1 of year 1, UTC. The simulator makes these three words itself
// when a timer sends.
type Time struct {
	sec, nsec int64
	loc       *Location
}

const (
	secondsPerDay  = 86400
	secondsToUnix  = 62135596800
	secondsToStart = secondsToUnix + 946684800
)

type Location struct {
	name   string
	offset int
}

var utc = Location{name: "UTC"}
var UTC *Location = &utc
var Local *Location = &utc

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

func FixedZone(name string, offset int) *Location { return &Location{name, offset} }

func LoadLocation(name string) (*Location, error) {
	if name == "" || name == "UTC" || name == "Local" {
		return UTC, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return months[m-1]
	}
	return "%!Month(" + digits(uint64(m), 0) + ")"
}

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var weekdays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return weekdays[d]
	}
	return "%!Weekday(" + digits(uint64(d), 0) + ")"
}

func Now() Time { return at(now()) }

// at is an instant of the virtual clock. A program that only has timers does not have Now: whoever
// compares states looks for that.
func at(n int64) Time { return Time{secondsToStart + n/1e9, n % 1e9, nil} }

func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }

func unixTime(sec, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{sec + secondsToUnix, nsec, nil}
}

func Unix(sec, nsec int64) Time { return unixTime(sec, nsec) }
func UnixMilli(msec int64) Time { return unixTime(msec/1e3, msec%1e3*1e6) }
func UnixMicro(usec int64) Time { return unixTime(usec/1e6, usec%1e6*1e3) }

func (t Time) Unix() int64      { return t.sec - secondsToUnix }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + t.nsec }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec/1e3 }

func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

func (t Time) Compare(u Time) int {
	switch {
	case t.sec < u.sec || t.sec == u.sec && t.nsec < u.nsec:
		return -1
	case t.sec == u.sec && t.nsec == u.nsec:
		return 0
	}
	return 1
}
func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

func (t Time) Add(d Duration) Time {
	t.sec += int64(d / 1e9)
	t.nsec += int64(d % 1e9)
	if t.nsec >= 1e9 {
		t.sec++
		t.nsec -= 1e9
	} else if t.nsec < 0 {
		t.sec--
		t.nsec += 1e9
	}
	return t
}

func (t Time) Sub(u Time) Duration {
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	if loc == &utc {
		loc = nil
	}
	t.loc = loc
	return t
}
func (t Time) UTC() Time   { return t.In(UTC) }
func (t Time) Local() Time { return t.In(Local) }
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}
func (t Time) Zone() (name string, offset int) { return t.Location().name, t.Location().offset }

// local is seconds since year 1 on the clocks of t's location.
func (t Time) local() int64 { return t.sec + int64(t.Location().offset) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// civil turns days since January 1 of year 1 into a date. Years begin in March inside, so that the
// leap day is the last one.
func civil(days int64) (year int, month Month, day int) {
	days += 306
	era := floorDiv(days, 146097)
	doe := days - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	m := (5*doy + 2) / 153
	day = int(doy - (153*m+2)/5 + 1)
	year = int(yoe + era*400)
	if m < 10 {
		return year, Month(m + 3), day
	}
	return year + 1, Month(m - 9), day
}

func daysOf(year int64, month int64, day int64) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	doy := (153*(month-3)+2)/5 + day - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 306
}

func (t Time) Date() (year int, month Month, day int) {
	return civil(floorDiv(t.local(), secondsPerDay))
}
func (t Time) Clock() (hour, min, sec int) {
	s := int(t.local() - floorDiv(t.local(), secondsPerDay)*secondsPerDay)
	return s / 3600, s / 60 % 60, s % 60
}
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}
func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}
func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}
func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}
func (t Time) Nanosecond() int { return int(t.nsec) }
func (t Time) Weekday() Weekday {
	days := floorDiv(t.local(), secondsPerDay) + 1
	return Weekday(days - floorDiv(days, 7)*7)
}
func (t Time) YearDay() int {
	year, _, _ := t.Date()
	return int(floorDiv(t.local(), secondsPerDay)-daysOf(int64(year), 1, 1)) + 1
}
func (t Time) ISOWeek() (year, week int) {
	thursday := floorDiv(t.local(), secondsPerDay) + 3 - int64((t.Weekday()+6)%7)
	year, _, _ = civil(thursday)
	return year, int(thursday-daysOf(int64(year), 1, 1))/7 + 1
}

func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int64(month) - 1
	y := int64(year) + floorDiv(m, 12)
	m -= floorDiv(m, 12) * 12
	carry := floorDiv(int64(nsec), 1e9)
	s := int64(sec) + carry + int64(min)*60 + int64(hour)*3600
	s += (daysOf(y, m+1, 1) + int64(day) - 1) * secondsPerDay
	return Time{s - int64(loc.offset), int64(nsec) - carry*1e9, nil}.In(loc)
}

func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec), t.Location())
}

// modulo is t since year 1 modulo d, in nanoseconds.
func (t Time) modulo(d Duration) Duration {
	m := uint64(d)
	s := t.sec % int64(d)
	if s < 0 {
		s += int64(d)
	}
	r := uint64(0)
	for bit := 1 << 29; bit > 0; bit >>= 1 {
		r = (r + r) % m
		if 1000000000&bit != 0 {
			r = (r + uint64(s)) % m
		}
	}
	return Duration((r + uint64(t.nsec)%m) % m)
}

func (t Time) Truncate(d Duration) Time {
	if d <= 0 {
		return t
	}
	return t.Add(-t.modulo(d))
}

func (t Time) Round(d Duration) Time {
	if d <= 0 {
		return t
	}
	r := t.modulo(d)
	if uint64(r)+uint64(r) < uint64(d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}
