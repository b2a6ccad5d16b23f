// Kubernetes' poller: the loop signals that it is done on an unbuffered channel, and the caller
// that has its error already does not take the signal.
package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type conditionFunc func() (done bool, err error)

type waitFunc func(done <-chan struct{}) <-chan struct{}

func poller(interval time.Duration, limit int) waitFunc {
	return func(done <-chan struct{}) <-chan struct{} {
		ch := make(chan struct{})
		go func() {
			defer close(ch)
			tick := time.NewTicker(interval)
			defer tick.Stop()
			for i := 0; i < limit; i++ {
				select {
				case <-tick.C:
					ch <- struct{}{} // BUG leaked "chan send"
				case <-done:
					return
				}
			}
		}()
		return ch
	}
}

func waitFor(wait waitFunc, fn conditionFunc) error {
	stop := make(chan struct{})
	defer close(stop)
	c := wait(stop)
	for range c {
		ok, err := fn()
		if err != nil {
			return err
		}
		if ok {
			return nil
		}
		time.Sleep(25 * time.Millisecond)
	}
	return errors.New("timed out waiting for the condition")
}

func main() {
	var once sync.Once
	tries := 0
	err := waitFor(poller(10*time.Millisecond, 4), func() (bool, error) {
		tries++
		once.Do(func() { time.Sleep(25 * time.Millisecond) })
		return tries == 2, nil
	})
	fmt.Println(err, tries)
	time.Sleep(50 * time.Millisecond)
}
