// Package bytes follows Go's package bytes, mostly by way of package strings.
//
//gopark:unsynchronized
package bytes

import (
	"strings"
	"unicode"
)

func Equal(a, b []byte) bool              { return string(a) == string(b) }
func Compare(a, b []byte) int             { return strings.Compare(string(a), string(b)) }
func EqualFold(s, t []byte) bool          { return strings.EqualFold(string(s), string(t)) }
func Count(s, sep []byte) int             { return strings.Count(string(s), string(sep)) }
func Index(s, sep []byte) int             { return strings.Index(string(s), string(sep)) }
func LastIndex(s, sep []byte) int         { return strings.LastIndex(string(s), string(sep)) }
func IndexRune(s []byte, r rune) int      { return strings.IndexRune(string(s), r) }
func IndexAny(s []byte, chars string) int { return strings.IndexAny(string(s), chars) }
func LastIndexAny(s []byte, chars string) int {
	return strings.LastIndexAny(string(s), chars)
}
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(string(s), f) }
func LastIndexFunc(s []byte, f func(r rune) bool) int {
	return strings.LastIndexFunc(string(s), f)
}
func IndexByte(b []byte, c byte) int
func LastIndexByte(s []byte, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}
func Contains(b, subslice []byte) bool              { return Index(b, subslice) >= 0 }
func ContainsAny(b []byte, chars string) bool       { return IndexAny(b, chars) >= 0 }
func ContainsRune(b []byte, r rune) bool            { return IndexRune(b, r) >= 0 }
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }
func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && Equal(s[:len(prefix)], prefix)
}
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && Equal(s[len(s)-len(suffix):], suffix)
}

func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// cut gives the parts of s that follow each other with the given lengths.
func cut(s []byte, parts []string, skip int) [][]byte {
	if parts == nil {
		return nil
	}
	a := make([][]byte, 0, len(parts))
	at := 0
	for _, part := range parts {
		a = append(a, s[at:at+len(part):at+len(part)])
		at += len(part) + skip
	}
	return a
}

func Split(s, sep []byte) [][]byte { return SplitN(s, sep, -1) }
func SplitN(s, sep []byte, n int) [][]byte {
	return cut(s, strings.SplitN(string(s), string(sep), n), len(sep))
}
func SplitAfter(s, sep []byte) [][]byte { return SplitAfterN(s, sep, -1) }
func SplitAfterN(s, sep []byte, n int) [][]byte {
	return cut(s, strings.SplitAfterN(string(s), string(sep), n), 0)
}

func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	a := [][]byte{}
	start := -1
	for i, r := range string(s) {
		if f(r) {
			if start >= 0 {
				a = append(a, s[start:i:i])
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		a = append(a, s[start:len(s):len(s)])
	}
	return a
}

func Join(s [][]byte, sep []byte) []byte {
	b := []byte{}
	for i, part := range s {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, part...)
	}
	return b
}

func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	return []byte(strings.Repeat(string(b), count))
}
func Map(mapping func(r rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, string(s))) }
func ToUpper(s []byte) []byte                        { return []byte(strings.ToUpper(string(s))) }
func ToLower(s []byte) []byte                        { return []byte(strings.ToLower(string(s))) }
func ToTitle(s []byte) []byte                        { return []byte(strings.ToTitle(string(s))) }
func Title(s []byte) []byte                          { return []byte(strings.Title(string(s))) }
func Runes(s []byte) []rune                          { return []rune(string(s)) }
func Replace(s, old, new []byte, n int) []byte {
	return []byte(strings.Replace(string(s), string(old), string(new), n))
}
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	i := len(s) - len(strings.TrimLeftFunc(string(s), f))
	if i == len(s) {
		return nil
	}
	return s[i:]
}
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(string(s), f))]
}
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

func among(cutset string) func(rune) bool {
	return func(r rune) bool { return strings.ContainsRune(cutset, r) }
}
func Trim(s []byte, cutset string) []byte      { return TrimFunc(s, among(cutset)) }
func TrimLeft(s []byte, cutset string) []byte  { return TrimLeftFunc(s, among(cutset)) }
func TrimRight(s []byte, cutset string) []byte { return TrimRightFunc(s, among(cutset)) }
func TrimSpace(s []byte) []byte                { return TrimFunc(s, unicode.IsSpace) }
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(string(s), string(replacement)))
}
