// Docker's volume store: the group counts all containers of the restore, and the wait for them
// stands inside the loop.
package main

import (
	"fmt"
	"sync"
)

type volume struct{ name string }

type volumeStore struct {
	mu    sync.Mutex
	names map[string]*volume
}

func (s *volumeStore) set(v *volume) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names[v.name] = v
}

type container struct {
	id     string
	mounts []string
}

type daemon struct {
	store      *volumeStore
	containers []*container
}

func (d *daemon) restore() error {
	var group sync.WaitGroup
	group.Add(len(d.containers))
	for _, c := range d.containers {
		go func(c *container) {
			defer group.Done()
			for _, name := range c.mounts {
				d.store.set(&volume{name: name})
			}
		}(c)
	}
	group.Wait()
	return nil
}

func main() {
	d := &daemon{
		store: &volumeStore{names: make(map[string]*volume)},
		containers: []*container{
			{id: "c1", mounts: []string{"data"}},
			{id: "c2", mounts: []string{"logs", "data"}},
		},
	}
	ready := make(chan error, 1)
	go func() { ready <- d.restore() }()
	select {
	case err := <-ready:
		fmt.Println("restored", err)
	default:
		fmt.Println("serving while restoring")
	}
}
