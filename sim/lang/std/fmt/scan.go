//gopark:quiet
package fmt

import (
	"errors"
	"internal/reflectlite"
	"io"
	"os"
	"strconv"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner is what reads its own text.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

func Scan(a ...any) (n int, err error)                 { return Fscan(os.Stdin, a...) }
func Scanln(a ...any) (n int, err error)               { return Fscanln(os.Stdin, a...) }
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

func Sscan(str string, a ...any) (n int, err error)   { return Fscan((*stringReader)(&str), a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*stringReader)(&str), a...) }
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*stringReader)(&str), format, a...)
}

func Fscan(r io.Reader, a ...any) (n int, err error) {
	return newScan(r, true, false).doScan(a)
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	return newScan(r, false, true).doScan(a)
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScan(r, false, false).doScanf(format, a)
}

type stringReader string

func (r *stringReader) Read(b []byte) (n int, err error) {
	n = copy(b, *r)
	*r = (*r)[n:]
	if n == 0 {
		err = io.EOF
	}
	return
}

// runeReader reads runes from what reads bytes, no byte further than it must.
type runeReader struct {
	reader io.Reader
	last   rune // that was read
	again  bool // it was unread
}

func (r *runeReader) ReadRune() (c rune, size int, err error) {
	if r.again {
		r.again = false
		return r.last, utf8.RuneLen(r.last), nil
	}
	var b [utf8.UTFMax]byte
	for size < len(b) {
		if _, err = io.ReadFull(r.reader, b[size:size+1]); err != nil {
			if size == 0 {
				return 0, 0, err
			}
			break
		}
		size++
		if utf8.FullRune(b[:size]) {
			break
		}
	}
	r.last, size = utf8.DecodeRune(b[:size])
	return r.last, size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.again {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.again = true
	return nil
}

const (
	eof     = -1
	hugeWid = 1 << 30
)

// A scan holds one call. (Go: ss.)
type scan struct {
	rs        io.RuneScanner
	buf       []byte
	count     int // runes so far
	atEOF     bool
	nlIsSpace bool
	nlIsEnd   bool
	argLimit  int // of count, for this argument
	limit     int
	maxWid    int
}

// A scanError is what a scan panics with for an error of its own.
type scanError struct{ err error }

func newScan(r io.Reader, nlIsSpace, nlIsEnd bool) *scan {
	rs, ok := r.(io.RuneScanner)
	if !ok {
		rs = &runeReader{reader: r}
	}
	return &scan{rs: rs, nlIsSpace: nlIsSpace, nlIsEnd: nlIsEnd, argLimit: hugeWid, limit: hugeWid, maxWid: hugeWid}
}

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.count >= s.argLimit {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.count++
		if s.nlIsEnd && r == '\n' {
			s.atEOF = true
		}
	} else if err == io.EOF {
		s.atEOF = true
	}
	return
}

func (s *scan) UnreadRune() error {
	s.rs.UnreadRune()
	s.atEOF = false
	s.count--
	return nil
}

func (s *scan) Width() (wid int, ok bool) {
	if s.maxWid == hugeWid {
		return 0, false
	}
	return s.maxWid, true
}

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer catch(&err)
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	return s.token(skipSpace, f), nil
}

func (s *scan) error(err error)      { panic(scanError{err}) }
func (s *scan) errorString(e string) { panic(scanError{errors.New(e)}) }

func catch(errp *error) {
	switch e := recover().(type) {
	case nil:
	case scanError:
		*errp = e.err
	default:
		if err, ok := e.(error); ok && err == io.EOF {
			*errp = err
			return
		}
		panic(e)
	}
}

func (s *scan) getRune() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return eof
	}
	if err != nil {
		s.error(err)
	}
	return r
}

func (s *scan) mustReadRune() rune {
	r := s.getRune()
	if r == eof {
		s.error(io.ErrUnexpectedEOF)
	}
	return r
}

func isSpace(r rune) bool {
	switch {
	case r < 0x80:
		return r == ' ' || '\t' <= r && r <= '\r'
	case 0x2000 <= r && r <= 0x200a:
		return true
	}
	switch r {
	case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return false
}

func notSpace(r rune) bool { return !isSpace(r) }

func (s *scan) SkipSpace() {
	for {
		r := s.getRune()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n' && s.nlIsSpace:
		case r == '\n':
			s.errorString("unexpected newline")
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *scan) token(skipSpace bool, f func(rune) bool) []byte {
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.getRune()
		if r == eof {
			break
		}
		if !f(r) {
			s.UnreadRune()
			break
		}
		s.keep(r)
	}
	return s.buf
}

func (s *scan) keep(r rune) { s.buf = append(s.buf, string(r)...) }

func isIn(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// accept takes the next rune into the token if it is in the set.
func (s *scan) accept(set string) bool {
	r := s.getRune()
	if r == eof {
		return false
	}
	if !isIn(set, r) {
		s.UnreadRune()
		return false
	}
	s.keep(r)
	return true
}

func (s *scan) peek(set string) bool {
	r := s.getRune()
	if r != eof {
		s.UnreadRune()
	}
	return isIn(set, r)
}

func (s *scan) notEOF() {
	if s.getRune() == eof {
		panic(io.EOF)
	}
	s.UnreadRune()
}

func (s *scan) checkVerb(verb rune, verbs, typ string) {
	if !isIn(verbs, verb) {
		s.errorString("bad verb '%" + string(verb) + "' for " + typ)
	}
}

var boolError = errors.New("syntax error scanning boolean")

func (s *scan) scanBool(verb rune) bool {
	s.SkipSpace()
	s.notEOF()
	s.checkVerb(verb, "tv", "boolean")
	switch s.getRune() {
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.error(boolError)
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.error(boolError)
		}
	}
	return false
}

const (
	decimalDigits     = "0123456789"
	hexadecimalDigits = "0123456789aAbBcCdDeEfF"
)

func baseOf(verb rune) (base int, digits string) {
	switch verb {
	case 'b':
		return 2, "01"
	case 'o':
		return 8, "01234567"
	case 'x', 'X', 'U':
		return 16, hexadecimalDigits
	}
	return 10, decimalDigits
}

func (s *scan) scanNumber(digits string, haveDigits bool) string {
	if !haveDigits {
		s.notEOF()
		if !s.accept(digits) {
			s.errorString("expected integer")
		}
	}
	for s.accept(digits) {
	}
	return string(s.buf)
}

func (s *scan) scanRune(bits int) int64 {
	s.notEOF()
	r := int64(s.getRune())
	if x := r << (64 - bits) >> (64 - bits); x != r {
		s.errorString("overflow on character value " + string(rune(r)))
	}
	return r
}

// scanPrefix reads what %v allows in front: 0b, 0o, 0x, 0.
func (s *scan) scanPrefix() (base int, digits string, zeroFound bool) {
	if !s.peek("0") {
		return 0, decimalDigits + "_", false
	}
	s.accept("0")
	switch {
	case s.peek("bB"):
		s.accept("bB")
		return 0, "01_", true
	case s.peek("oO"):
		s.accept("oO")
		return 0, "01234567_", true
	case s.peek("xX"):
		s.accept("xX")
		return 0, hexadecimalDigits + "_", true
	}
	return 0, "01234567_", true
}

const integerVerbs = "bdoUxXv"

// integerToken reads an integer of any size, and the space before it.
func (s *scan) integerToken(verb rune, sign string) (text string, base int) {
	s.SkipSpace()
	s.notEOF()
	s.checkVerb(verb, integerVerbs, "integer")
	base, digits := baseOf(verb)
	haveDigits := false
	if verb == 'U' {
		if !s.accept("U") || !s.accept("+") {
			s.errorString("bad unicode format ")
		}
		s.buf = s.buf[:0]
	} else {
		s.accept(sign)
		if verb == 'v' {
			base, digits, haveDigits = s.scanPrefix()
		}
	}
	return s.scanNumber(digits, haveDigits), base
}

func (s *scan) scanInt(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.scanRune(bits)
	}
	text, base := s.integerToken(verb, "+-")
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.error(err)
	}
	if x := i << (64 - bits) >> (64 - bits); x != i {
		s.errorString("integer overflow on token " + text)
	}
	return i
}

func (s *scan) scanUint(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.scanRune(bits))
	}
	text, base := s.integerToken(verb, "")
	i, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.error(err)
	}
	if x := i << (64 - bits) >> (64 - bits); x != i {
		s.errorString("unsigned integer overflow on token " + text)
	}
	return i
}

func (s *scan) floatToken() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	digits, exponent := decimalDigits+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexadecimalDigits+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exponent) {
		s.accept("+-")
		for s.accept(decimalDigits + "_") {
		}
	}
	return string(s.buf)
}

// convertFloat knows the binary exponents that strconv wants with hexadecimal digits only.
func (s *scan) convertFloat(str string, bits int) float64 {
	p := -1
	for i, c := range str {
		if c == 'p' {
			p = i
			break
		}
		if c == 'x' || c == 'X' {
			break
		}
	}
	if p < 0 {
		f, err := strconv.ParseFloat(str, bits)
		if err != nil {
			s.error(err)
		}
		return f
	}
	f, err := strconv.ParseFloat(str[:p], bits)
	if err == nil {
		var m int
		if m, err = strconv.Atoi(str[p+1:]); err == nil {
			return f * power(m)
		}
	}
	if e, ok := err.(*strconv.NumError); ok {
		e.Num = str
	}
	s.error(err)
	return 0
}

func power(n int) float64 {
	f := 1.0
	for ; n > 0 && f < 1e308; n-- {
		f *= 2
	}
	for ; n < 0 && f > 0; n++ {
		f /= 2
	}
	return f
}

func (s *scan) scanFloat(verb rune, bits int) float64 {
	s.checkVerb(verb, "beEfFgGv", "float"+itoa(bits))
	s.SkipSpace()
	s.notEOF()
	return s.convertFloat(s.floatToken(), bits)
}

func (s *scan) convertString(verb rune) string {
	s.checkVerb(verb, "svqxX", "string")
	s.SkipSpace()
	s.notEOF()
	switch verb {
	case 'q':
		return s.quotedString()
	case 'x', 'X':
		return s.hexString()
	}
	return string(s.token(true, notSpace))
}

func (s *scan) quotedString() string {
	s.notEOF()
	quote := s.getRune()
	switch quote {
	case '`':
		for {
			r := s.mustReadRune()
			if r == quote {
				return string(s.buf)
			}
			s.keep(r)
		}
	case '"':
		s.keep('"')
		for {
			r := s.mustReadRune()
			s.keep(r)
			if r == '\\' {
				s.keep(s.mustReadRune())
			} else if r == '"' {
				break
			}
		}
		result, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.error(err)
		}
		return result
	}
	s.errorString("expected quoted string")
	return ""
}

func hexDigit(r rune) (value int, ok bool) {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0'), true
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10, true
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10, true
	}
	return -1, false
}

func (s *scan) hexString() string {
	s.notEOF()
	for {
		first := s.getRune()
		if first == eof {
			break
		}
		high, ok := hexDigit(first)
		if !ok {
			s.UnreadRune()
			break
		}
		low, ok := hexDigit(s.mustReadRune())
		if !ok {
			s.errorString("illegal hex digit")
		}
		s.buf = append(s.buf, byte(high<<4|low))
	}
	if len(s.buf) == 0 {
		s.errorString("no hex data for %x string")
	}
	return string(s.buf)
}

// scanOne reads one value into what arg points to.
func (s *scan) scanOne(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.error(err)
		}
		return
	}
	if v, ok := arg.(*[]byte); ok {
		*v = []byte(s.convertString(verb))
		return
	}
	if reflectlite.KindOf(arg) != reflectlite.Pointer {
		s.errorString("type not a pointer: " + reflectlite.TypeName(arg))
	}
	switch kind := reflectlite.ElemKind(arg); kind {
	case reflectlite.Bool:
		var word uint64
		if s.scanBool(verb) {
			word = 1
		}
		reflectlite.Store(arg, word, "")
	case reflectlite.Int, reflectlite.Int8, reflectlite.Int16, reflectlite.Int32, reflectlite.Int64:
		reflectlite.Store(arg, uint64(s.scanInt(verb, bitsOf(kind-reflectlite.Int))), "")
	case reflectlite.Uint, reflectlite.Uint8, reflectlite.Uint16, reflectlite.Uint32, reflectlite.Uint64:
		reflectlite.Store(arg, s.scanUint(verb, bitsOf(kind-reflectlite.Uint)), "")
	case reflectlite.Uintptr:
		reflectlite.Store(arg, s.scanUint(verb, 64), "")
	case reflectlite.Float32, reflectlite.Float64:
		bits := 64
		if kind == reflectlite.Float32 {
			bits = 32
		}
		reflectlite.Store(arg, reflectlite.Word(s.scanFloat(verb, bits)), "")
	case reflectlite.String:
		reflectlite.Store(arg, 0, s.convertString(verb))
	default:
		s.errorString("can't scan type: " + reflectlite.TypeName(arg))
	}
}

// bitsOf is the size of int, int8, int16, int32 and int64.
func bitsOf(kind reflectlite.Kind) int {
	if kind == 0 {
		return 64
	}
	return 4 << uint(kind)
}

func (s *scan) doScan(a []any) (n int, err error) {
	defer catch(&err)
	for _, v := range a {
		s.scanOne('v', v)
		n++
	}
	// Nothing but space may follow on the line.
	for s.nlIsEnd {
		r := s.getRune()
		if r == '\n' || r == eof {
			break
		}
		if !isSpace(r) {
			s.errorString("expected newline")
		}
	}
	return
}

// advance goes over the text of the format that stands before a verb, in both format and input. -1:
// they differ.
func (s *scan) advance(format string) (i int) {
	for i < len(format) {
		c, w := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			newlines, trailing := 0, false
			for isSpace(c) && i < len(format) {
				trailing = c != '\n'
				if c == '\n' {
					newlines++
				}
				i += w
				c, w = utf8.DecodeRuneInString(format[i:])
			}
			if !s.skipBlanks(newlines, trailing) {
				return -1
			}
			continue
		}
		if c == '%' {
			if i+w == len(format) {
				s.errorString("missing verb: % at end of format string")
			}
			next, _ := utf8.DecodeRuneInString(format[i+w:])
			if next != '%' {
				return
			}
			i += w
		}
		r := s.mustReadRune()
		if c != r {
			s.UnreadRune()
			return -1
		}
		i += w
	}
	return
}

// skipBlanks reads what a run of space in the format stands for: so many newlines, and blanks.
func (s *scan) skipBlanks(newlines int, trailing bool) bool {
	for j := 0; j < newlines; j++ {
		r := s.getRune()
		for isSpace(r) && r != '\n' {
			r = s.getRune()
		}
		if r != '\n' && r != eof {
			s.errorString("newline in format does not match input")
		}
	}
	if !trailing {
		return true
	}
	r := s.getRune()
	if newlines == 0 {
		if !isSpace(r) && r != eof {
			s.errorString("expected space in input to match format")
		}
		if r == '\n' {
			s.errorString("newline in input does not match format")
		}
	}
	for isSpace(r) && r != '\n' {
		r = s.getRune()
	}
	if r != eof {
		s.UnreadRune()
	}
	return true
}

func (s *scan) scanPercent() {
	s.SkipSpace()
	s.notEOF()
	if !s.accept("%") {
		s.errorString("missing literal %")
	}
}

func (s *scan) doScanf(format string, a []any) (n int, err error) {
	defer catch(&err)
	for i := 0; i < len(format); {
		w := s.advance(format[i:])
		if w > 0 {
			i += w
			continue
		}
		if format[i] != '%' {
			if w < 0 {
				s.errorString("input does not match format")
			}
			break
		}
		i++
		wid, given, end := number(format, i)
		s.maxWid = hugeWid
		if i = end; given {
			s.maxWid = wid
		}
		c, w := utf8.DecodeRuneInString(format[i:])
		i += w
		if c != 'c' {
			s.SkipSpace()
		}
		if c == '%' {
			s.scanPercent()
			continue
		}
		s.argLimit = s.limit
		if end := s.count + s.maxWid; end < s.argLimit {
			s.argLimit = end
		}
		if n >= len(a) {
			s.errorString("too few operands for format '%" + format[i-w:] + "'")
		}
		s.scanOne(c, a[n])
		n++
		s.argLimit = s.limit
	}
	if n < len(a) {
		s.errorString("too many operands")
	}
	return
}
