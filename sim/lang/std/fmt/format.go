//gopark:quiet
package fmt

import (
	"internal/reflectlite"
	"strconv"
	"unicode/utf8"
)

// flags are what stands between % and the verb.
type flags struct {
	widPresent, precPresent, minus, plus, sharp, space, zero bool
	plusV, sharpV                                            bool // %+v, %#v
	wid, prec                                                int
}

func itoa(i int) string { return strconv.Itoa(i) }

func isString(arg any) bool {
	return reflectlite.KindOf(arg) == reflectlite.String
}

// number reads decimal digits of s from i on.
func number(s string, i int) (n int, ok bool, end int) {
	for end = i; end < len(s) && '0' <= s[end] && s[end] <= '9'; end++ {
		if tooLarge(n) {
			return 0, false, len(s)
		}
		n = n*10 + int(s[end]-'0')
		ok = true
	}
	return
}

func tooLarge(n int) bool { return n > 1e6 || n < -1e6 }

// intArg is argument i as a width or precision.
func intArg(a []any, i int) (n int, ok bool, next int) {
	if i >= len(a) {
		return 0, false, i
	}
	switch k := reflectlite.KindOf(a[i]); {
	case reflectlite.Int <= k && k <= reflectlite.Int64:
		n, ok = int(reflectlite.Word(a[i])), true
	case reflectlite.Uint <= k && k <= reflectlite.Uintptr:
		n = int(reflectlite.Word(a[i]))
		ok = n >= 0
	}
	if !ok || tooLarge(n) {
		return 0, false, i + 1
	}
	return n, true, i + 1
}

// argIndex reads an index such as [3] at format[i].
func (p *printer) argIndex(format string, i, arg, count int) (next, end int, found bool) {
	if i >= len(format) || format[i] != '[' {
		return arg, i, false
	}
	p.reordered = true
	for j := i + 1; len(format)-i >= 3 && j < len(format); j++ {
		if format[j] != ']' {
			continue
		}
		n, ok, stop := number(format[:j], i+1)
		if !ok || stop != j {
			p.goodArgNum = false
			return arg, j + 1, false
		}
		if n < 1 || n > count {
			p.goodArgNum = false
			return arg, j + 1, true
		}
		return n - 1, j + 1, true
	}
	p.goodArgNum = false
	return arg, i + 1, false
}

func (p *printer) printf(format string, a []any) {
	arg := 0
	for i := 0; i < len(format); {
		start := i
		for i < len(format) && format[i] != '%' {
			i++
		}
		p.add(format[start:i])
		if i == len(format) {
			break
		}
		p.goodArgNum = true
		p.flags = flags{}
		i = p.readFlags(format, i+1)
		i, arg = p.readSizes(format, i, arg, a)
		if i >= len(format) {
			p.add("%!(NOVERB)")
			break
		}
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		switch {
		case verb == '%':
			p.add("%")
		case !p.goodArgNum:
			p.add("%!")
			p.addRune(verb)
			p.add("(BADINDEX)")
		case arg >= len(a):
			p.add("%!")
			p.addRune(verb)
			p.add("(MISSING)")
		default:
			if verb == 'w' {
				p.wrapped = append(p.wrapped, arg)
			}
			if verb == 'v' || verb == 'w' {
				p.sharpV, p.sharp = p.sharp, false
				p.plusV, p.plus = p.plus, false
			}
			p.printArg(a[arg], verb)
			arg++
		}
	}
	if !p.reordered && arg < len(a) {
		p.extra(a[arg:])
	}
}

func (p *printer) readFlags(format string, i int) int {
	for ; i < len(format); i++ {
		switch format[i] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			p.zero = p.zero && !p.minus
			return i
		}
	}
	return i
}

// readSizes reads width, precision and argument indices.
func (p *printer) readSizes(format string, i, arg int, a []any) (end, next int) {
	if i < len(format) && 'a' <= format[i] && format[i] <= 'z' {
		return i, arg
	}
	afterIndex := false
	arg, i, afterIndex = p.argIndex(format, i, arg, len(a))
	if i < len(format) && format[i] == '*' {
		i++
		p.wid, p.widPresent, arg = intArg(a, arg)
		if !p.widPresent {
			p.add("%!(BADWIDTH)")
		}
		if p.wid < 0 {
			p.wid = -p.wid
			p.minus, p.zero = true, false
		}
		afterIndex = false
	} else {
		p.wid, p.widPresent, i = number(format, i)
		if afterIndex && p.widPresent {
			p.goodArgNum = false
		}
	}
	if i+1 < len(format) && format[i] == '.' {
		i++
		if afterIndex {
			p.goodArgNum = false
		}
		arg, i, afterIndex = p.argIndex(format, i, arg, len(a))
		if i < len(format) && format[i] == '*' {
			i++
			p.prec, p.precPresent, arg = intArg(a, arg)
			if p.prec < 0 {
				p.prec, p.precPresent = 0, false
			}
			if !p.precPresent {
				p.add("%!(BADPREC)")
			}
			afterIndex = false
		} else {
			p.prec, p.precPresent, i = number(format, i)
			p.precPresent = true
		}
	}
	if !afterIndex {
		arg, i, _ = p.argIndex(format, i, arg, len(a))
	}
	return i, arg
}

func (p *printer) extra(a []any) {
	p.flags = flags{}
	p.add("%!(EXTRA ")
	for i, arg := range a {
		if i > 0 {
			p.add(", ")
		}
		if arg == nil {
			p.add("<nil>")
			continue
		}
		p.add(reflectlite.TypeName(arg))
		p.add("=")
		p.printArg(arg, 'v')
	}
	p.add(")")
}

// ---- padding and the primitive types

func (p *printer) fill(n int, zero bool) {
	c := byte(' ')
	if zero {
		c = '0'
	}
	for ; n > 0; n-- {
		p.buf = append(p.buf, c)
	}
}

// pad adds s in the width asked for, with zeros in front only when zero.
func (p *printer) pad(s string, zero bool) {
	if !p.widPresent || p.wid == 0 {
		p.add(s)
		return
	}
	n := p.wid - utf8.RuneCountInString(s)
	if p.minus {
		p.add(s)
		p.fill(n, zero)
	} else {
		p.fill(n, zero)
		p.add(s)
	}
}

func (p *printer) fmtBool(v bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb)
		return
	}
	p.pad(strconv.FormatBool(v), p.zero)
}

func upper(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 32
		}
	}
	return string(b)
}

func zeros(n int) string {
	var b []byte
	for ; n > 0; n-- {
		b = append(b, '0')
	}
	return string(b)
}

// integer adds u, which is an int64 when signed.
func (p *printer) integer(u uint64, base int, signed bool, verb rune) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	digits := strconv.FormatUint(u, base)
	if verb == 'X' {
		digits = upper(digits)
	}
	if p.precPresent {
		if p.prec == 0 && u == 0 {
			p.fill(p.wid, false)
			return
		}
		digits = zeros(p.prec-len(digits)) + digits
	} else if p.zero && p.widPresent {
		n := p.wid - len(digits)
		if negative || p.plus || p.space {
			n--
		}
		digits = zeros(n) + digits
	}
	if p.sharp {
		switch {
		case base == 2:
			digits = "0b" + digits
		case base == 8 && digits[0] != '0':
			digits = "0" + digits
		case base == 16 && verb == 'X':
			digits = "0X" + digits
		case base == 16:
			digits = "0x" + digits
		}
	}
	if verb == 'O' {
		digits = "0o" + digits
	}
	switch {
	case negative:
		digits = "-" + digits
	case p.plus:
		digits = "+" + digits
	case p.space:
		digits = " " + digits
	}
	p.pad(digits, false)
}

func (p *printer) hex(u uint64, leading0x bool) {
	sharp := p.sharp
	p.sharp = leading0x
	p.integer(u, 16, false, 'v')
	p.sharp = sharp
}

func (p *printer) fmtInteger(u uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hex(u, true)
			return
		}
		p.integer(u, 10, signed, verb)
	case 'd':
		p.integer(u, 10, signed, verb)
	case 'b':
		p.integer(u, 2, signed, verb)
	case 'o', 'O':
		p.integer(u, 8, signed, verb)
	case 'x', 'X':
		p.integer(u, 16, signed, verb)
	case 'c', 'q':
		r := rune(u)
		if u > utf8.MaxRune {
			r = utf8.RuneError
		}
		switch {
		case verb == 'c':
			p.pad(string(r), p.zero)
		case p.plus:
			p.pad(strconv.QuoteRuneToASCII(r), p.zero)
		default:
			p.pad(strconv.QuoteRune(r), p.zero)
		}
	case 'U':
		s := upper(strconv.FormatUint(u, 16))
		n := 4
		if p.precPresent && p.prec > 4 {
			n = p.prec
		}
		s = "U+" + zeros(n-len(s)) + s
		if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
			s += " '" + string(rune(u)) + "'"
		}
		p.pad(s, false)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) fmtFloat(f float64, size int, verb rune) {
	prec := -1
	switch verb {
	case 'v':
		verb = 'g'
	case 'b', 'g', 'G', 'x', 'X':
	case 'f', 'e', 'E':
		prec = 6
	case 'F':
		verb, prec = 'f', 6
	default:
		p.badVerb(verb)
		return
	}
	if p.precPresent {
		prec = p.prec
	}
	num := strconv.FormatFloat(f, byte(verb), prec, size)
	sign := "+"
	if num[0] == '-' || num[0] == '+' {
		sign, num = num[:1], num[1:]
	}
	if p.space && sign == "+" && !p.plus {
		sign = " "
	}
	if num[0] == 'I' || num[0] == 'N' {
		if num[0] == 'I' || p.space || p.plus {
			num = sign + num
		}
		p.pad(num, false)
		return
	}
	if p.sharp && verb != 'b' {
		num = sharpFloat(num, verb, prec)
	}
	if p.plus || sign != "+" {
		if p.zero && p.widPresent && p.wid > len(num)+1 {
			p.add(sign)
			p.fill(p.wid-len(num)-1, true)
			p.add(num)
			return
		}
		num = sign + num
	}
	p.pad(num, p.zero)
}

// sharpFloat keeps the decimal point and trailing zeros, as %#g asks.
func sharpFloat(num string, verb rune, prec int) string {
	digits := 0
	switch verb {
	case 'g', 'G', 'x':
		digits = prec
		if digits == -1 {
			digits = 6
		}
	}
	point, nonzero := false, false
	end := len(num)
	for i := 0; i < len(num); i++ {
		c := num[i]
		if c == 'p' || c == 'P' || (c == 'e' || c == 'E') && verb != 'x' && verb != 'X' {
			end = i
			break
		}
		if c == '.' {
			point = true
			continue
		}
		nonzero = nonzero || c != '0'
		if nonzero {
			digits--
		}
	}
	head, tail := num[:end], num[end:]
	if !point {
		if head == "0" {
			digits--
		}
		head += "."
	}
	return head + zeros(digits) + tail
}

// truncated is s cut to the precision, counted in runes.
func (p *printer) truncated(s string) string {
	if p.precPresent {
		n := p.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (p *printer) fmtString(s string, verb rune) {
	switch verb {
	case 'v', 's':
		if verb == 'v' && p.sharpV {
			p.quoted(s)
			return
		}
		p.pad(p.truncated(s), p.zero)
	case 'x', 'X':
		p.hexString(s, verb)
	case 'q':
		p.quoted(s)
	default:
		p.badVerb(verb)
	}
}

func (p *printer) quoted(s string) {
	s = p.truncated(s)
	switch {
	case p.sharp && strconv.CanBackquote(s):
		s = "`" + s + "`"
	case p.plus:
		s = strconv.QuoteToASCII(s)
	default:
		s = strconv.Quote(s)
	}
	p.pad(s, p.zero)
}

func (p *printer) hexString(s string, verb rune) {
	if p.precPresent && p.prec < len(s) {
		s = s[:p.prec]
	}
	digits, prefix := "0123456789abcdef", "0x"
	if verb == 'X' {
		digits, prefix = "0123456789ABCDEF", "0X"
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if p.space && i > 0 {
			out = append(out, ' ')
		}
		if p.sharp && (p.space || i == 0) {
			out = append(out, prefix...)
		}
		out = append(out, digits[s[i]>>4], digits[s[i]&15])
	}
	p.pad(string(out), p.zero)
}

func (p *printer) fmtBytes(v []byte, verb rune, typeName string) {
	switch verb {
	case 'v', 'd':
		p.byteList(v, verb, typeName)
	case 's', 'x', 'X', 'q':
		if verb == 'q' || verb == 's' {
			p.fmtString(string(v), verb)
		} else {
			p.hexString(string(v), verb)
		}
	default:
		p.printValue(v, false, verb, 0)
	}
}

func (p *printer) byteList(v []byte, verb rune, typeName string) {
	if p.sharpV {
		p.add(typeName)
		if v == nil {
			p.add("(nil)")
			return
		}
		p.add("{")
		for i, c := range v {
			if i > 0 {
				p.add(", ")
			}
			p.hex(uint64(c), true)
		}
		p.add("}")
		return
	}
	p.add("[")
	for i, c := range v {
		if i > 0 {
			p.add(" ")
		}
		p.integer(uint64(c), 10, false, verb)
	}
	p.add("]")
}
