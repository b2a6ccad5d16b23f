// Uber's "double send": the error is sent and the function goes on to send the result; the caller
// takes one of the two.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type answer struct {
	lines []string
	err   error
}

type store interface {
	load(key string) (string, error)
}

type memoryStore map[string]string

func (m memoryStore) load(key string) (string, error) {
	text, ok := m[key]
	if !ok {
		return "", errors.New("no entry " + key)
	}
	return text, nil
}

type loader struct {
	store store
}

func (l *loader) fetch(key string, out chan<- answer) {
	text, err := l.store.load(key)
	if err != nil {
		out <- answer{err: err}
		return
	}
	out <- answer{lines: strings.Split(text, "\n")}
}

func (l *loader) get(key string) answer {
	out := make(chan answer)
	go l.fetch(key, out)
	return <-out
}

func main() {
	l := &loader{store: memoryStore{"motd": "hello\nworld"}}
	for _, key := range []string{"motd", "issue"} {
		a := l.get(key)
		fmt.Println(key, len(a.lines), a.err)
	}
}
