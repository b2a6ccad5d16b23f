//gopark:unsynchronized
package url

import (
	"errors"
	"sort"
	"strings"
)

// Values is a query, or a form: lists of values by key.
type Values map[string][]string

func (v Values) Get(key string) string {
	if list := v[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

func (v Values) Set(key, value string) { v[key] = []string{value} }
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }
func (v Values) Del(key string)        { delete(v, key) }

func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Encode sorts by key.
func (v Values) Encode() string {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	for _, k := range keys {
		for _, value := range v[k] {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(QueryEscape(k) + "=" + QueryEscape(value))
		}
	}
	return b.String()
}

// ParseQuery leaves out the pairs that are wrong, and tells of one.
func ParseQuery(query string) (Values, error) {
	v := Values{}
	var wrong error
	for _, pair := range strings.Split(query, "&") {
		if pair == "" {
			continue
		}
		if strings.Contains(pair, ";") {
			wrong = errors.New("invalid semicolon separator in query")
			continue
		}
		key, value, _ := strings.Cut(pair, "=")
		key, err := QueryUnescape(key)
		if err == nil {
			value, err = QueryUnescape(value)
		}
		if err == nil {
			v[key] = append(v[key], value)
		} else if wrong == nil {
			wrong = err
		}
	}
	return v, wrong
}
