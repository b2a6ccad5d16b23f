// Package unicode follows Go's package unicode, without the tables of scripts.
//
//gopark:quiet
package unicode

const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// The classes of vm/unicode.h.
const (
	upper = iota
	lower
	title
	letter
	mark
	digit
	number
	punct
	symbol
	space
	control
	other
)

func classOf(r rune) int
func toCase(to int, r rune) rune
func SimpleFold(r rune) rune

// RangeTable is a set of classes, one bit each.
type RangeTable struct{ classes int }

var (
	Upper  = &RangeTable{1 << upper}
	Lower  = &RangeTable{1 << lower}
	Title  = &RangeTable{1 << title}
	Letter = &RangeTable{1<<upper | 1<<lower | 1<<title | 1<<letter}
	Mark   = &RangeTable{1 << mark}
	Digit  = &RangeTable{1 << digit}
	Number = &RangeTable{1<<digit | 1<<number}
	Punct  = &RangeTable{1 << punct}
	Symbol = &RangeTable{1 << symbol}
	Space  = &RangeTable{1 << space}
	Lu     = Upper
	Ll     = Lower
	Lt     = Title
	L      = Letter
	M      = Mark
	Nd     = Digit
	N      = Number
	P      = Punct
	S      = Symbol
	Zs     = Space
	Cc     = &RangeTable{1 << control}
)

func Is(table *RangeTable, r rune) bool { return table.classes>>uint(classOf(r))&1 != 0 }

func In(r rune, tables ...*RangeTable) bool {
	for _, table := range tables {
		if Is(table, r) {
			return true
		}
	}
	return false
}
func IsOneOf(tables []*RangeTable, r rune) bool { return In(r, tables...) }

func IsUpper(r rune) bool  { return classOf(r) == upper }
func IsLower(r rune) bool  { return classOf(r) == lower }
func IsTitle(r rune) bool  { return classOf(r) == title }
func IsLetter(r rune) bool { return classOf(r) <= letter }
func IsMark(r rune) bool   { return classOf(r) == mark }
func IsDigit(r rune) bool  { return classOf(r) == digit }
func IsNumber(r rune) bool {
	class := classOf(r)
	return class == digit || class == number
}
func IsPunct(r rune) bool   { return classOf(r) == punct }
func IsSymbol(r rune) bool  { return classOf(r) == symbol }
func IsControl(r rune) bool { return classOf(r) == control }
func IsGraphic(r rune) bool { return classOf(r) <= space }
func IsPrint(r rune) bool   { return r == ' ' || classOf(r) < space }
func IsSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x2028, 0x2029:
		return true
	}
	return r > MaxLatin1 && classOf(r) == space
}

func To(_case int, r rune) rune {
	if _case < 0 || MaxCase <= _case {
		return ReplacementChar
	}
	return toCase(_case, r)
}
func ToUpper(r rune) rune { return toCase(UpperCase, r) }
func ToLower(r rune) rune { return toCase(LowerCase, r) }
func ToTitle(r rune) rune { return toCase(TitleCase, r) }
