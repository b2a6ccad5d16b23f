//gopark:quiet
package slog

import (
	"encoding/base64"
	"errors"
	"internal/reflectlite"
	"math"
	"sort"
	"strconv"
	"unicode/utf8"
)

func (l *line) jsonString(s string) {
	const hex = "0123456789abcdef"
	l.b = append(l.b, '"')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\\' || r == '"':
			l.b = append(l.b, '\\', byte(r))
		case r == '\n':
			l.add(`\n`)
		case r == '\r':
			l.add(`\r`)
		case r == '\t':
			l.add(`\t`)
		case r < ' ':
			l.b = append(l.b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		case r == utf8.RuneError && size == 1:
			l.add(`\ufffd`)
		case r == '\u2028' || r == '\u2029':
			l.b = append(l.b, '\\', 'u', '2', '0', '2', hex[r&15])
		default:
			l.add(s[i : i+size])
		}
		i += size
	}
	l.b = append(l.b, '"')
}

// jsonAny writes what encoding/json does, without tags: a struct is refused.
func (l *line) jsonAny(v any) error {
	switch m := v.(type) {
	case jsonMarshaler:
		text, err := m.MarshalJSON()
		l.add(string(text))
		return err
	case textMarshaler:
		text, err := m.MarshalText()
		l.jsonString(string(text))
		return err
	case []byte:
		l.jsonString(base64.StdEncoding.EncodeToString(m))
		return nil
	}
	switch kind := reflectlite.KindOf(v); kind {
	case reflectlite.Invalid:
		l.add("null")
	case reflectlite.Bool:
		l.add(strconv.FormatBool(reflectlite.Word(v) != 0))
	case reflectlite.String:
		l.jsonString(reflectlite.Text(v))
	case reflectlite.Float32, reflectlite.Float64:
		return l.jsonFloat(reflectlite.Float(v), kind == reflectlite.Float32)
	case reflectlite.Pointer:
		if reflectlite.Address(v) == 0 {
			l.add("null")
			return nil
		}
		return l.jsonAny(reflectlite.Elem(v))
	case reflectlite.Slice, reflectlite.Array:
		return l.jsonList(v, kind == reflectlite.Slice)
	case reflectlite.Map:
		return l.jsonMap(v)
	case reflectlite.Chan, reflectlite.Func:
		return errors.New("json: unsupported type: " + reflectlite.TypeName(v))
	case reflectlite.Struct:
		return errors.New("json: a struct is not supported by the simulator: " + reflectlite.TypeName(v))
	default:
		if kind <= reflectlite.Int64 {
			l.add(strconv.FormatInt(int64(reflectlite.Word(v)), 10))
		} else {
			l.add(strconv.FormatUint(reflectlite.Word(v), 10))
		}
	}
	return nil
}

func (l *line) jsonFloat(f float64, short bool) error {
	bits := 64
	if short {
		bits = 32
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return errors.New("json: unsupported value: " + strconv.FormatFloat(f, 'g', -1, bits))
	}
	layout := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		layout = 'e'
	}
	s := strconv.FormatFloat(f, layout, -1, bits)
	if n := len(s); n >= 4 && s[n-4] == 'e' && s[n-2] == '0' {
		s = s[:n-2] + s[n-1:]
	}
	l.add(s)
	return nil
}

func (l *line) jsonList(v any, isSlice bool) error {
	if isSlice && reflectlite.Address(v) == 0 {
		l.add("null")
		return nil
	}
	l.add("[")
	for i := 0; i < reflectlite.Len(v); i++ {
		if i > 0 {
			l.add(",")
		}
		if err := l.jsonAny(reflectlite.Index(v, i)); err != nil {
			return err
		}
	}
	l.add("]")
	return nil
}

func (l *line) jsonMap(v any) error {
	if reflectlite.Address(v) == 0 {
		l.add("null")
		return nil
	}
	values := map[string]any{}
	var keys []string
	for _, entry := range reflectlite.MapOrder(v) {
		key := reflectlite.MapKey(v, entry)
		if reflectlite.KindOf(key) != reflectlite.String {
			return errors.New("json: unsupported type: " + reflectlite.TypeName(v))
		}
		keys = append(keys, reflectlite.Text(key))
		values[reflectlite.Text(key)] = reflectlite.MapValue(v, entry)
	}
	sort.Strings(keys)
	l.add("{")
	for i, key := range keys {
		if i > 0 {
			l.add(",")
		}
		l.jsonString(key)
		l.add(":")
		if err := l.jsonAny(values[key]); err != nil {
			return err
		}
	}
	l.add("}")
	return nil
}
