// Kubernetes' API server: a request runs in a goroutine that reports on one of two channels; after
// the timeout nobody listens on either.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type resultFunc func() (interface{}, error)

var errTimeout = errors.New("request did not complete within the allowed duration")

func finishRequest(timeout time.Duration, fn resultFunc) (result interface{}, err error) {
	ch := make(chan interface{})
	errCh := make(chan error)
	go func() {
		if result, err := fn(); err != nil {
			errCh <- err // BUG leaked "chan send"
		} else {
			ch <- result
		}
	}()
	select {
	case result = <-ch:
		return result, nil
	case err = <-errCh:
		return nil, err
	case <-time.After(timeout):
		return nil, errTimeout
	}
}

type storage struct {
	mu    sync.Mutex
	items map[string]string
}

func (s *storage) update(name, value string, takes time.Duration) resultFunc {
	return func() (interface{}, error) {
		time.Sleep(takes)
		s.mu.Lock()
		defer s.mu.Unlock()
		if _, ok := s.items[name]; !ok {
			return nil, fmt.Errorf("%s not found", name)
		}
		s.items[name] = value
		return value, nil
	}
}

func main() {
	s := &storage{items: map[string]string{"pod": "v1"}}
	if got, err := finishRequest(time.Second, s.update("pod", "v2", 0)); err == nil {
		fmt.Println("updated to", got)
	}
	_, err := finishRequest(10*time.Millisecond, s.update("node", "v1", 40*time.Millisecond))
	fmt.Println(err != nil)
	time.Sleep(100 * time.Millisecond)
}
