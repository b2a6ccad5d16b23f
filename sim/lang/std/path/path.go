// Package path follows Go's package path.
//
//gopark:quiet
package path

import (
	"errors"
	"strings"
	"unicode/utf8"
)

var ErrBadPattern = errors.New("syntax error in pattern")

func Clean(path string) string {
	rooted := strings.HasPrefix(path, "/")
	var parts []string
	for _, part := range strings.Split(path, "/") {
		last := len(parts) - 1
		switch {
		case part == "" || part == ".":
		case part == ".." && last >= 0 && parts[last] != "..":
			parts = parts[:last]
		case part == ".." && rooted:
		default:
			parts = append(parts, part)
		}
	}
	clean := strings.Join(parts, "/")
	if rooted {
		return "/" + clean
	}
	if clean == "" {
		return "."
	}
	return clean
}

func Split(path string) (dir, file string) {
	i := strings.LastIndexByte(path, '/')
	return path[:i+1], path[i+1:]
}

func Join(elem ...string) string {
	for i, e := range elem {
		if e != "" {
			return Clean(strings.Join(elem[i:], "/"))
		}
	}
	return ""
}

func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

func Base(path string) string {
	if path == "" {
		return "."
	}
	path = strings.TrimRight(path, "/")
	if path == "" {
		return "/"
	}
	_, file := Split(path)
	return file
}

func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

func Match(pattern, name string) (matched bool, err error) {
	for pattern != "" {
		if pattern[0] == '*' {
			rest := strings.TrimLeft(pattern, "*")
			if rest == "" {
				return !strings.Contains(name, "/"), nil
			}
			for i := 0; i <= len(name); i++ {
				if ok, err := Match(rest, name[i:]); ok || err != nil {
					return ok, err
				}
				if i < len(name) && name[i] == '/' {
					break
				}
			}
			return false, valid(rest)
		}
		ok, rest, left, err := matchOne(pattern, name)
		if err != nil {
			return false, err
		}
		if !ok {
			return false, valid(rest)
		}
		pattern, name = rest, left
	}
	return name == "", nil
}

// valid looks through what is left of a pattern that did not match.
func valid(pattern string) error {
	for pattern != "" {
		if pattern[0] == '*' {
			pattern = pattern[1:]
			continue
		}
		_, rest, _, err := matchOne(pattern, "")
		if err != nil {
			return err
		}
		pattern = rest
	}
	return nil
}

// matchOne takes one item off the pattern, and what it matches off the name.
func matchOne(pattern, name string) (ok bool, rest, left string, err error) {
	r, n := utf8.DecodeRuneInString(name)
	switch pattern[0] {
	case '?':
		return name != "" && r != '/', pattern[1:], name[n:], nil
	case '[':
		return matchSet(pattern[1:], name, r, n)
	case '\\':
		if pattern = pattern[1:]; pattern == "" {
			return false, "", name, ErrBadPattern
		}
	}
	return name != "" && name[0] == pattern[0], pattern[1:], name[min(1, len(name)):], nil
}

func matchSet(pattern, name string, r rune, n int) (ok bool, rest, left string, err error) {
	negated := strings.HasPrefix(pattern, "^")
	if negated {
		pattern = pattern[1:]
	}
	found := false
	for ranges := 0; ; ranges++ {
		if strings.HasPrefix(pattern, "]") && ranges > 0 {
			return name != "" && found != negated, pattern[1:], name[n:], nil
		}
		var low, high rune
		if low, pattern, err = letter(pattern); err != nil {
			return
		}
		high = low
		if pattern[0] == '-' {
			if high, pattern, err = letter(pattern[1:]); err != nil {
				return
			}
		}
		found = found || low <= r && r <= high
	}
}

func letter(pattern string) (r rune, rest string, err error) {
	if pattern == "" || pattern[0] == '-' || pattern[0] == ']' {
		return 0, "", ErrBadPattern
	}
	if pattern[0] == '\\' {
		if pattern = pattern[1:]; pattern == "" {
			return 0, "", ErrBadPattern
		}
	}
	r, n := utf8.DecodeRuneInString(pattern)
	if rest = pattern[n:]; rest == "" || r == utf8.RuneError && n == 1 {
		err = ErrBadPattern
	}
	return
}
