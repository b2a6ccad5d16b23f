//gopark:quiet
package strconv

import "unicode/utf8"

func IsPrint(r rune) bool
func IsGraphic(r rune) bool

// quoted escapes what stands between quotes; what IsGraphic accepts stays when graphic, and nothing
// beyond ASCII does when ascii.
func quoted(s string, quote byte, ascii, graphic bool) string

func Quote(s string) string          { return quoted(s, '"', false, false) }
func QuoteToASCII(s string) string   { return quoted(s, '"', true, false) }
func QuoteToGraphic(s string) string { return quoted(s, '"', false, true) }

// runeText is r, or the replacement rune when r is none.
func runeText(r rune) string { return string(r) }

func QuoteRune(r rune) string          { return quoted(runeText(r), '\'', false, false) }
func QuoteRuneToASCII(r rune) string   { return quoted(runeText(r), '\'', true, false) }
func QuoteRuneToGraphic(r rune) string { return quoted(runeText(r), '\'', false, true) }

func AppendQuote(dst []byte, s string) []byte        { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteRune(dst []byte, r rune) []byte      { return append(dst, QuoteRune(r)...) }
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return append(dst, QuoteToGraphic(s)...)
}
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }

func CanBackquote(s string) bool {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, width := utf8.DecodeRuneInString(s[i:]); width == 1 {
				return false
			}
		}
		if r == '\uFEFF' || r < ' ' && r != '\t' || r == '`' || r == '\u007F' {
			return false
		}
	}
	return true
}

func unhex(c byte) (rune, bool) {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0'), true
	case 'a' <= c|32 && c|32 <= 'f':
		return rune(c|32-'a') + 10, true
	}
	return 0, false
}

func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	switch c := s[0]; {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	}
	if len(s) <= 1 {
		return 0, false, "", ErrSyntax
	}
	c := s[1]
	s = s[2:]
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case 'x', 'u', 'U':
		n := 2
		if c == 'u' {
			n = 4
		} else if c == 'U' {
			n = 8
		}
		if len(s) < n {
			return 0, false, "", ErrSyntax
		}
		for j := 0; j < n; j++ {
			x, ok := unhex(s[j])
			if !ok {
				return 0, false, "", ErrSyntax
			}
			value = value<<4 | x
		}
		s = s[n:]
		if c == 'x' {
			break
		}
		if !utf8.ValidRune(value) {
			return 0, false, "", ErrSyntax
		}
		multibyte = true
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value = rune(c) - '0'
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		for j := 0; j < 2; j++ {
			if s[j] < '0' || s[j] > '7' {
				return 0, false, "", ErrSyntax
			}
			value = value<<3 | rune(s[j]-'0')
		}
		s = s[2:]
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	default:
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s, nil
}

// QuotedPrefix is the quoted string that s begins with.
func QuotedPrefix(s string) (string, error) {
	if s == "" || s[0] != '"' && s[0] != '\'' && s[0] != '`' {
		return "", ErrSyntax
	}
	quote := s[0]
	for i := 1; i < len(s) && (quote == '`' || s[i] != '\n'); i++ {
		if s[i] == '\\' && quote != '`' {
			i++
		} else if s[i] == quote {
			_, err := Unquote(s[:i+1])
			if err != nil {
				return "", err
			}
			return s[:i+1], nil
		}
	}
	return "", ErrSyntax
}

func Unquote(s string) (string, error) {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return "", ErrSyntax
	}
	quote := s[0]
	s = s[1 : len(s)-1]
	var out []byte
	switch quote {
	case '`':
		for i := 0; i < len(s); i++ {
			if s[i] == '`' {
				return "", ErrSyntax
			}
			if s[i] != '\r' {
				out = append(out, s[i])
			}
		}
	case '"', '\'':
		for n := 0; s != ""; n++ {
			if quote == '\'' && n > 0 || s[0] == '\n' {
				return "", ErrSyntax
			}
			r, multibyte, tail, err := UnquoteChar(s, quote)
			if err != nil {
				return "", err
			}
			s = tail
			if r < utf8.RuneSelf || !multibyte {
				out = append(out, byte(r))
			} else {
				out = append(out, string(r)...)
			}
		}
	default:
		return "", ErrSyntax
	}
	return string(out), nil
}
