// Uber's "contract violation": the type says that Start must be followed by Stop, and one way out of
// the handler forgets it.
package main

import (
	"errors"
	"fmt"
)

type task func() int

// worker runs tasks in the background. Whoever calls start must call stop.
type worker struct {
	ch     chan task
	done   chan struct{}
	quit   chan struct{}
	result int
}

func newWorker() *worker {
	return &worker{ch: make(chan task), done: make(chan struct{}), quit: make(chan struct{})}
}

func (w *worker) start() {
	go func() {
		defer close(w.done)
		for {
			select {
			case t := <-w.ch:
				w.result += t()
			case <-w.quit:
				return
			}
		}
	}()
}

func (w *worker) stop() int {
	close(w.quit)
	<-w.done
	return w.result
}

func handle(sizes []int) (int, error) {
	w := newWorker()
	w.start()
	for _, size := range sizes {
		size := size
		if size < 0 {
			w.stop()
			return 0, errors.New("negative size")
		}
		w.ch <- func() int { return size * 2 }
	}
	return w.stop(), nil
}

func main() {
	fmt.Println(handle([]int{1, 2}))
	fmt.Println(handle([]int{3, -1}))
}
