// Kubernetes' watch multiplexer: distributing an event holds the lock while it sends to a watcher
// that has just called Stop, which needs the lock.
package main

import (
	"fmt"
	"sync"
)

type event struct{ object string }

type mux struct {
	lock        sync.Mutex
	watchers    map[int]*muxWatcher
	nextWatcher int
}

type muxWatcher struct {
	id      int
	result  chan event
	stopped chan struct{}
	stop    sync.Once
	m       *mux
}

func (m *mux) watch() *muxWatcher {
	m.lock.Lock()
	defer m.lock.Unlock()
	id := m.nextWatcher
	m.nextWatcher++
	w := &muxWatcher{id: id, result: make(chan event), stopped: make(chan struct{}), m: m}
	m.watchers[id] = w
	return w
}

func (m *mux) stopWatching(id int) {
	m.lock.Lock()
	defer m.lock.Unlock()
	w, ok := m.watchers[id]
	if !ok {
		return
	}
	delete(m.watchers, id)
	close(w.result)
}

func (m *mux) distribute(e event) {
	m.lock.Lock()
	defer m.lock.Unlock()
	for _, w := range m.watchers {
		select {
		case w.result <- e:
		case <-w.stopped:
		}
	}
}

func (w *muxWatcher) Stop() {
	w.stop.Do(func() { close(w.stopped) })
	w.m.stopWatching(w.id)
}

func main() {
	m := &mux{watchers: make(map[int]*muxWatcher)}
	w := m.watch()
	sent := make(chan struct{})
	go func() {
		m.distribute(event{"pod"})
		close(sent)
	}()
	w.Stop()
	<-sent
	fmt.Println("stopped")
}
