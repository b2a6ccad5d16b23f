// Kubernetes' federated informer: its own handler is called under the store's lock and wants the
// informer's; stopping the informer goes the other way.
package main

import (
	"fmt"
	"sync"
)

type eventHandler interface {
	onAdd(cluster string)
	onDelete(cluster string)
}

type clusterStore struct {
	lock    sync.Mutex
	items   map[string]bool
	handler eventHandler
}

func (s *clusterStore) add(name string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.items[name] = true
	s.handler.onAdd(name)
}

func (s *clusterStore) list() []string {
	s.lock.Lock() // BUG deadlock "sync.Mutex.Lock"
	defer s.lock.Unlock()
	var names []string
	for name := range s.items {
		names = append(names, name)
	}
	return names
}

type federatedInformer struct {
	sync.Mutex
	clusters *clusterStore
	targets  map[string]chan struct{}
}

func (f *federatedInformer) onAdd(cluster string) {
	f.Lock() // BUG deadlock "sync.Mutex.Lock"
	defer f.Unlock()
	f.targets[cluster] = make(chan struct{})
}

func (f *federatedInformer) onDelete(cluster string) {
	f.Lock()
	defer f.Unlock()
	delete(f.targets, cluster)
}

func (f *federatedInformer) stop() int {
	f.Lock()
	defer f.Unlock()
	for _, target := range f.targets {
		close(target)
	}
	return len(f.clusters.list())
}

func newInformer() *federatedInformer {
	f := &federatedInformer{targets: make(map[string]chan struct{})}
	f.clusters = &clusterStore{items: make(map[string]bool), handler: f}
	return f
}

func main() {
	f := newInformer()
	added := make(chan struct{})
	go func() {
		f.clusters.add("east")
		close(added)
	}()
	n := f.stop()
	<-added
	fmt.Println(n <= 1)
}
