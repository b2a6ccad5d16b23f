//gopark:quiet
package strings

import (
	"iter"
	"unicode"
)

func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(s) > 0 {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[:i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

func splitSeq(s, sep string, kept int) iter.Seq[string] {
	return func(yield func(string) bool) {
		if sep == "" {
			for _, part := range Split(s, "") {
				if !yield(part) {
					return
				}
			}
			return
		}
		rest := s
		for {
			i := Index(rest, sep)
			if i < 0 {
				break
			}
			if !yield(rest[:i+kept]) {
				return
			}
			rest = rest[i+len(sep):]
		}
		yield(rest)
	}
}

func SplitSeq(s, sep string) iter.Seq[string]      { return splitSeq(s, sep, 0) }
func SplitAfterSeq(s, sep string) iter.Seq[string] { return splitSeq(s, sep, len(sep)) }

func FieldsSeq(s string) iter.Seq[string] { return FieldsFuncSeq(s, unicode.IsSpace) }

func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		for i, r := range s {
			if !f(r) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(s[start:i]) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(s[start:])
		}
	}
}
