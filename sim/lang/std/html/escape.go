// Package html is the escaping of Go's package html; of named entities it only knows the five that
// EscapeString writes, and a few more.
//
//gopark:quiet
package html

import (
	"strconv"
	"strings"
)

var escaper = strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", "\"", "&#34;")

func EscapeString(s string) string { return escaper.Replace(s) }

var entities = map[string]string{
	"amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u00a0", "copy": "\u00a9",
}

func unescape(name string) (string, bool) {
	if !strings.HasPrefix(name, "#") {
		text, ok := entities[name]
		return text, ok
	}
	base := 10
	name = name[1:]
	if strings.HasPrefix(name, "x") || strings.HasPrefix(name, "X") {
		name, base = name[1:], 16
	}
	n, err := strconv.ParseUint(name, base, 32)
	if err != nil {
		return "", false
	}
	if n == 0 || n > 0x10ffff {
		n = 0xfffd
	}
	return string(rune(n)), true
}

func UnescapeString(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		end := strings.IndexByte(s, ';')
		text, ok := "", false
		if end > 0 {
			text, ok = unescape(s[1:end])
		}
		if !ok {
			text, end = "&", 0
		}
		b.WriteString(text)
		s = s[end+1:]
	}
	return b.String() + s
}
