// Kubernetes: a watcher emits with the lock held that its Stop takes.
package main

import (
	"fmt"
	"sync"
	"time"
)

type EventType string

const (
	Added   EventType = "ADDED"
	Deleted EventType = "DELETED"
)

type Object interface{ GetName() string }
type Meta struct{ Name string }

func (m Meta) GetName() string { return m.Name }

type Pod struct {
	Meta
	Phase string
}

type WatchEvent struct {
	Type EventType
	Obj  Object
}

type Watcher interface {
	ResultChan() <-chan WatchEvent
	Stop()
}

type fakeWatcher struct {
	sync.Mutex
	result  chan WatchEvent
	stopped bool
}

func (f *fakeWatcher) ResultChan() <-chan WatchEvent { return f.result }
func (f *fakeWatcher) Stop() {
	f.Lock() // BUG leaked "sync.Mutex.Lock"
	defer f.Unlock()
	if !f.stopped {
		f.stopped = true
		close(f.result)
	}
}
func (f *fakeWatcher) Emit(t EventType, o Object) {
	f.Lock()
	defer f.Unlock()
	f.result <- WatchEvent{t, o} // BUG leaked "chan send"
}

type Store struct {
	sync.RWMutex
	items map[string]Object
}

func (s *Store) Replace(o Object) {
	s.Lock()
	defer s.Unlock()
	s.items[o.GetName()] = o
}

func (s *Store) Len() int {
	s.RLock()
	defer s.RUnlock()
	return len(s.items)
}

type Informer struct {
	store    *Store
	watch    func() Watcher
	handlers []func(WatchEvent)
}

func (i *Informer) Run(stop <-chan struct{}) {
	w := i.watch()
	defer w.Stop()
	for {
		select {
		case <-stop:
			return
		case e, ok := <-w.ResultChan():
			if !ok {
				return
			}
			switch o := e.Obj.(type) {
			case *Pod:
				i.store.Replace(o)
			default:
				panic(fmt.Sprintf("unexpected %T", o))
			}
			for _, h := range i.handlers {
				h(e)
			}
		}
	}
}

// The stopped informer's Stop waits for the lock that Emit holds while nobody receives.
func main() {
	f := &fakeWatcher{result: make(chan WatchEvent)}
	stop := make(chan struct{})
	seen := make(chan string, 4)
	inf := &Informer{store: &Store{items: map[string]Object{}}, watch: func() Watcher { return f }}
	inf.handlers = append(inf.handlers, func(e WatchEvent) { seen <- string(e.Type) + " " + e.Obj.GetName() })
	done := make(chan struct{})
	go func() {
		defer close(done)
		inf.Run(stop)
	}()
	go func() {
		for _, n := range []string{"a", "b"} {
			f.Emit(Added, &Pod{Meta{n}, "Running"})
		}
	}()
	fmt.Println(<-seen)
	close(stop)
	select {
	case <-done:
		fmt.Println("stopped")
	case <-time.After(time.Second):
		fmt.Println("stuck")
	}
	fmt.Println(inf.store.Len() > 0)
}
