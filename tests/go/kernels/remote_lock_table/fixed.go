// Hugo's remote resources: locks by address; the one who fetches unlocks only when there is nothing
// wrong, and the next page that asks for the address waits.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type remoteLock struct {
	sync.RWMutex
	m map[string]*sync.Mutex
}

func (l *remoteLock) urlLock(url string) {
	l.RLock()
	lock, ok := l.m[url]
	l.RUnlock()
	if !ok {
		l.Lock()
		if lock, ok = l.m[url]; !ok {
			lock = &sync.Mutex{}
			l.m[url] = lock
		}
		l.Unlock()
	}
	lock.Lock()
}

func (l *remoteLock) urlUnlock(url string) {
	l.RLock()
	defer l.RUnlock()
	l.m[url].Unlock()
}

type fetcher func(url string) (string, error)

type resources struct {
	locks *remoteLock
	fetch fetcher
}

func (r *resources) getRemote(url string) (string, error) {
	r.locks.urlLock(url)
	defer r.locks.urlUnlock(url)
	body, err := r.fetch(url)
	if err != nil {
		return "", fmt.Errorf("failed to retrieve %s: %w", url, err)
	}
	return body, nil
}

func main() {
	r := &resources{
		locks: &remoteLock{m: make(map[string]*sync.Mutex)},
		fetch: func(url string) (string, error) {
			if url == "http://gone" {
				return "", errors.New("404")
			}
			return "data", nil
		},
	}
	var wg sync.WaitGroup
	for _, url := range []string{"http://here", "http://gone", "http://gone"} {
		url := url
		wg.Add(1)
		go func() {
			defer wg.Done()
			r.getRemote(url)
		}()
	}
	wg.Wait()
}
