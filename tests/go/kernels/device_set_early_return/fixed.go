// Docker's device mapper: a device that is busy is reported early, and the set stays locked.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var errBusy = errors.New("device is busy")

type device struct {
	name   string
	users  int
	active bool
}

type deviceSet struct {
	sync.Mutex
	devices map[string]*device
}

func newDeviceSet(names ...string) *deviceSet {
	set := &deviceSet{devices: make(map[string]*device)}
	for _, name := range names {
		set.devices[name] = &device{name: name, active: true}
	}
	return set
}

func (s *deviceSet) activate(name string) {
	s.Lock()
	defer s.Unlock()
	s.devices[name].users++
}

func (s *deviceSet) deactivate(name string) error {
	s.Lock()
	d, ok := s.devices[name]
	if !ok {
		s.Unlock()
		return fmt.Errorf("unknown device %s", name)
	}
	if d.users > 0 {
		s.Unlock()
		return errBusy
	}
	d.active = false
	s.Unlock()
	return nil
}

func main() {
	set := newDeviceSet("pool", "thin-1")
	set.activate("thin-1")
	if err := set.deactivate("thin-1"); err != nil {
		fmt.Println("deactivate:", err)
	}
	set.activate("pool")
	fmt.Println("pool is active")
}
