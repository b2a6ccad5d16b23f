//gopark:unsynchronized
package url

import (
	"strconv"
	"strings"
)

type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

// place is a part of a URL: each has characters of its own that need no escape. (Go: encoding.)
type place int

const (
	inPath place = iota
	inSegment
	inHost
	inZone
	inUser
	inQuery
	inFragment
)

// plain is what stands for itself in a place, beside letters and digits.
var plain = [...]string{
	inPath:     "-_.~$&+,/:;=@",
	inSegment:  "-_.~$&+:=@",
	inHost:     "-_.~!$&'()*+,;=:[]<>\"",
	inZone:     "-_.~!$&'()*+,;=:[]<>\"",
	inUser:     "-_.~$&+,;=",
	inQuery:    "-_.~",
	inFragment: "-_.~$&+,/:;=?@!()*",
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func digit(c byte) bool  { return '0' <= c && c <= '9' }

func mustEscape(c byte, at place) bool {
	return !letter(c) && !digit(c) && strings.IndexByte(plain[at], c) < 0
}

func QueryEscape(s string) string { return escape(s, inQuery) }
func PathEscape(s string) string  { return escape(s, inSegment) }

func QueryUnescape(s string) (string, error) { return unescape(s, inQuery) }
func PathUnescape(s string) (string, error)  { return unescape(s, inSegment) }

func escape(s string, at place) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && at == inQuery:
			b.WriteByte('+')
		case mustEscape(c, at):
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func unescape(s string, at place) (string, error) {
	host := at == inHost || at == inZone
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			three := s[i:min(i+3, len(s))]
			v, ok := unhex(three)
			// A host has escapes only of what is no ASCII, or of "%" itself; a zone, of all that a host
			// may hold as it is, and of spaces.
			if !ok || at == inHost && v < 0x80 && three != "%25" ||
				at == inZone && three != "%25" && v != ' ' && mustEscape(v, inHost) {
				return "", EscapeError(three)
			}
			b.WriteByte(v)
			i += 2
		case c == '+' && at == inQuery:
			b.WriteByte(' ')
		case host && c < 0x80 && mustEscape(c, at):
			return "", InvalidHostError(s[i : i+1])
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), nil
}

// unhex is the character that a percent sign and two hexadecimal digits stand for.
func unhex(s string) (byte, bool) {
	v, err := strconv.ParseUint(s[1:], 16, 8)
	return byte(v), err == nil && len(s) == 3
}
